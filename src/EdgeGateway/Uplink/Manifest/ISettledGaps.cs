namespace EdgeGateway.Uplink.Manifest;

/// <summary>Which numbers were settled without being delivered.</summary>
public interface ISettledGaps
{
    /// <param name="epoch">Eight lower-case hex digits.</param>
    /// <param name="first">First number of the range that is asked for.</param>
    /// <param name="last">Last number of it.</param>
    /// <returns>Ranges of numbers that were dropped, lost or parked; in any order, they may overlap and reach beyond.</returns>
    IReadOnlyList<(long First, long Last)> Gaps(string epoch, long first, long last);

    /// <summary>A manifest up to the number was taken and noted.</summary>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses.</exception>
    Task StatedAsync(string epoch, long upTo, CancellationToken ct);
}
