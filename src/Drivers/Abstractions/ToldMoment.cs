using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Abstractions;

/// <summary>When something was, by the clock of a device that nobody may have set: a day or more beside ours it is not believed.</summary>
/// <param name="Received">The gateway's clock.</param>
/// <param name="Told">The device's; null when it says nothing.</param>
internal readonly record struct ToldMoment(DateTimeOffset Received, DateTimeOffset? Told)
{
    /// <summary>Flag: the device's clock is so far off that its time is not used.</summary>
    public const string ClockOff = "CLOCK_OFF";

    /// <summary>More is no drift: a clock that was never set.</summary>
    private static readonly TimeSpan s_mostOff = TimeSpan.FromDays(1);

    public bool IsOff => Told is { } told && (told - Received).Duration() > s_mostOff;

    public DateTimeOffset Time => IsOff ? Received : Told ?? Received;

    public TimeOrigin From => IsOff || Told is null ? TimeOrigin.Gateway : TimeOrigin.Device;

    /// <summary>The device's clock against ours, believed or not; null when it says nothing.</summary>
    public long? OffsetMs => Told is { } told ? (long)(told - Received).TotalMilliseconds : null;
}
