using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Protocol.Mavlink;

/// <summary>
/// The clock of one vehicle, as SYSTEM_TIME tells it: when it started, and so what its milliseconds since then mean. Times are the vehicle's own;
/// whether they are right is for others to say.
/// </summary>
public sealed class MavClock
{
    /// <summary>A number of microseconds below this counts from the start, above it from 1970: 2010, and also 40 years of running.</summary>
    private const ulong Epoch = 1_262_304_000_000_000;

    /// <summary>Datagrams overtake each other; a start anew goes back further.</summary>
    private const uint Disorder = 1_000;

    private const uint Half = uint.MaxValue / 2;
    private uint? _lastMs;

    /// <summary>When it started, in UTC; null while it has not told the time.</summary>
    public DateTimeOffset? Started { get; private set; }

    /// <summary>Milliseconds since its start, as last told.</summary>
    public uint? SinceStartMs => _lastMs;

    /// <returns>True when it has started anew since the last one.</returns>
    public bool See(in SystemTime told)
    {
        uint now = told.TimeBootMs;
        uint back = _lastMs is { } last ? last - now : 0;

        // The counter wraps after 49.7 days: then it seems to go back by nearly all.
        bool isRestart = _lastMs is { } before && now < before && back > Disorder && back < Half;
        Started = Moment(told.TimeUnixUsec) is { } time ? time.AddMilliseconds(-(double)now) : isRestart ? null : Started;
        _lastMs = now;
        return isRestart;
    }

    /// <returns>When that was, in UTC; null while the vehicle has not told the time.</returns>
    public DateTimeOffset? At(uint sinceStartMs) => Started?.AddMilliseconds(sinceStartMs);

    /// <summary>A time that may count from 1970 or from the start (GPS_RAW_INT and others).</summary>
    /// <returns>Null when it counts from the start and that is not known.</returns>
    public DateTimeOffset? AtMicroseconds(ulong time) => Moment(time) ?? (time < Epoch ? Started?.AddMicroseconds(time) : null);

    /// <returns>The moment in UTC; null for a number that is none since 1970.</returns>
    public static DateTimeOffset? Moment(ulong microseconds) =>
        microseconds >= Epoch && microseconds < Epoch * 4 ? DateTimeOffset.UnixEpoch.AddTicks((long)microseconds * 10) : null;
}
