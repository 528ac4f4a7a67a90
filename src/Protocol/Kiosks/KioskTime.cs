using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Protocol.Kiosks;

/// <summary>A time of a message.</summary>
/// <param name="Time">With its zone, or the one that was assumed.</param>
/// <param name="ZoneAssumed">Whether it named none.</param>
public readonly record struct KioskTime(DateTimeOffset Time, bool ZoneAssumed)
{
    /// <returns>Null for anything but ISO 8601: a bare number could be anything.</returns>
    public static KioskTime? Read(string text, TimeSpan zone) =>
        DeviceTime.Read(text, zone) is { Form: DeviceTimeForm.Iso } read ? new KioskTime(read.Time, read.ZoneAssumed) : null;
}
