namespace EdgeGateway.Protocol.Mavlink;

/// <summary>Time of signatures: units of 10 µs since 2015 in UTC, 48 bits (drone.md section 1.7).</summary>
public static class MavSigningTime
{
    /// <summary>One minute: how far a stream not seen before may be behind.</summary>
    public const ulong Minute = 6_000_000;

    /// <summary>The last one that can be written.</summary>
    public const ulong Last = 0xFFFF_FFFF_FFFF;

    private const long TicksPerUnit = 100;
    private static readonly DateTimeOffset s_start = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <returns>0 for a moment before 2015.</returns>
    public static ulong Of(DateTimeOffset moment) => (ulong)Math.Max((moment - s_start).Ticks / TicksPerUnit, 0);

    /// <summary>The moment of a time.</summary>
    public static DateTimeOffset Moment(ulong time) => s_start.AddTicks((long)Math.Min(time, Last) * TicksPerUnit);
}
