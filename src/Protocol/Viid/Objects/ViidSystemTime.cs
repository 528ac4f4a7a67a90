using EdgeGateway.Protocol.Viid.Json;

namespace EdgeGateway.Protocol.Viid.Objects;

/// <summary>A SystemTimeObject (plate-camera.md section 2.3). The meaning of TimeMode is not confirmed; it is carried as written.</summary>
/// <param name="ServerId">VIIDServerID.</param>
/// <param name="TimeMode"><c>0</c> and <c>1</c> were seen.</param>
/// <param name="LocalTime">As written: 14 digits, ISO 8601, or epoch milliseconds.</param>
/// <param name="TimeZone">As written; null, <c>UTC+8</c> and <c>Asia/Shanghai</c> were seen.</param>
public sealed record ViidSystemTime(string? ServerId, string? TimeMode, string? LocalTime, string? TimeZone)
{
    /// <returns>Null when the body has no LocalTime.</returns>
    public static ViidSystemTime? Read(ViidDocument body)
    {
        var time = body.Root["SystemTimeObject"] is { Exists: true } inside ? inside : body.Root["SystemTime"] is { Exists: true } named ? named : body.Root;
        return time["LocalTime"].Text is null ? null
            : new ViidSystemTime(time["VIIDServerID"].Text, time["TimeMode"].Text, time["LocalTime"].Text, time["TimeZone"].Text);
    }

    /// <param name="zone">Zone of the peer, where its time names none.</param>
    /// <returns>The peer's clock, or null when it cannot be read.</returns>
    public DateTimeOffset? At(TimeSpan zone) => ViidTime.Parse(LocalTime, zone, out _);
}
