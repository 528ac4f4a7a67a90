using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Store;

/// <summary>Reads many readings without an object for each: what a backlog of a million needs.</summary>
public interface IPackedReader
{
    /// <summary>Hands the payloads over one after the other, oldest first, straight out of the page they lie in.</summary>
    /// <param name="lane">Alarm, event or telemetry.</param>
    /// <param name="after">Position behind which to start.</param>
    /// <param name="upTo">Last position that counts.</param>
    /// <param name="take">Called inside; it copies and returns.</param>
    /// <returns>True when <paramref name="upTo"/> was reached, false when the taker wanted no more.</returns>
    bool ReadInto(Lane lane, long after, long upTo, PayloadTaker take);

    /// <returns>Position of the reading that is <paramref name="count"/> places behind; null when so many do not wait.</returns>
    long? PositionBehind(Lane lane, long after, int count);
}

/// <param name="position">Position of the reading.</param>
/// <param name="payload">The complete event; good during the call.</param>
/// <returns>False: it was not taken, and no more is wanted.</returns>
public delegate bool PayloadTaker(long position, ReadOnlySpan<byte> payload);
