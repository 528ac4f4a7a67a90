using System.Globalization;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Protocol.Dahua;

/// <summary>Times as the camera writes them: local by definition, with blank or T, with or without milliseconds (plate-camera.md section 4.2).</summary>
public static class DahuaTimes
{
    /// <summary>For conditions of a search.</summary>
    public static string Write(DateTimeOffset time, TimeSpan zone) => time.ToOffset(zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <param name="text">As written.</param>
    /// <param name="zone">The camera's zone.</param>
    /// <returns>The time, or null when it is none.</returns>
    public static DateTimeOffset? Parse(string? text, TimeSpan zone) =>
        DeviceTime.Read(text, zone) is { Form: DeviceTimeForm.Iso } told ? told.Time : null;
}
