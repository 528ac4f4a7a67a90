using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Dji;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>Through whom, and when, something was told.</summary>
/// <param name="Device">Device id.</param>
/// <param name="Received">By the gateway's clock.</param>
/// <param name="Sent">By the device's; the default when the gateway found it itself.</param>
internal readonly record struct DjiTold(string Device, DateTimeOffset Received, DjiMoment Sent = default)
{
    /// <summary>The device's time had too many or too few digits; what it wrote stands in <c>source.time</c>.</summary>
    public const string TimeRepaired = "TIME_REPAIRED";

    public IReadOnlyList<string>? Flags => (Sent.IsRepaired, Clock.IsOff) switch
    {
        (false, false) => null,
        (true, false) => [TimeRepaired],
        (false, true) => [ToldMoment.ClockOff],
        _ => [TimeRepaired, ToldMoment.ClockOff],
    };

    private ToldMoment Clock => new(Received, Sent.At);

    /// <param name="native">By what a repeat is known; null where the device does not repeat.</param>
    /// <param name="serial">Whose word.</param>
    public SourceInfo Source(string? native, string? serial) => new(native, Time: Sent.IsRepaired || Sent.At is null || Clock.IsOff ? Sent.Raw : null, Id: serial);

    /// <summary>A device that uses an identifier for two things has not repeated itself: what it said belongs to the key.</summary>
    /// <returns>Null when it gave no identifier.</returns>
    public static string? Repeat(string? native, params IEnumerable<object?> said) => native is null ? null : $"{native}\n{string.Join('/', said)}";

    public Reading Reading(Lane lane, ReadingBody body) => new()
    {
        Device = Device,
        Driver = DjiMapping.DriverName,
        Lane = lane,
        Time = Clock.Time,
        TimeFrom = Clock.From,
        Received = Received,
        DeviceOffsetMs = Clock.OffsetMs,
        Body = body,
    };
}
