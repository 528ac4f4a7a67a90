using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Hikvision;

/// <summary>What it means when a camera does not open alertStream (section 3.1, Errors; section 9, F4).</summary>
internal static class AlertStreamRefusal
{
    private const int MostText = 4096;

    private static readonly string[] s_rights = ["privilege", "permission", "unauthorized", "lock", "password", "forbid"];

    private static readonly string[] s_cannot = ["notsupport", "notimplemented"];

    /// <returns>Null when the answer is the stream.</returns>
    public static async ValueTask<DeviceFaultException?> ReadAsync(HttpPullResponse answer, CancellationToken ct) => answer.Status switch
    {
        200 when IsWebPage(answer) => new(FaultKind.Unsupported, "The device answers with a web page instead of events; check host and port."),
        200 => null,
        401 => new(FaultKind.Refused, "The device rejects user or password; check both, and that the user is not locked out."),
        403 => Forbidden(await TextAsync(answer, ct).ConfigureAwait(false)),
        404 => new(FaultKind.Unsupported, "The device knows no alertStream, with or without /ISAPI; switch ISAPI on in its network settings or use push."),
        >= 300 and < 400 => new(FaultKind.Unsupported, "The device sends us to another address; check port and https."),
        >= 500 => new(FaultKind.Busy, $"The device cannot serve the stream now (HTTP {answer.Status})."),
        _ => new(FaultKind.Unsupported, $"The device does not open alertStream (HTTP {answer.Status})."),
    };

    /// <summary>403 has three meanings; the sub-status tells them apart, and without one it is a matter of free streams.</summary>
    private static DeviceFaultException Forbidden(string text) =>
        s_rights.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? new(FaultKind.Refused, "The device's user may not receive events; give it the right to remote notification.")
        : s_cannot.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? new(FaultKind.Unsupported, "The device does not support alertStream; use push.")
            : new(FaultKind.Busy, "The device has no free event stream; close others, or wait.");

    private static bool IsWebPage(HttpPullResponse answer) => answer.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;

    private static async ValueTask<string> TextAsync(HttpPullResponse answer, CancellationToken ct)
    {
        var text = new byte[MostText];
        try
        {
            int length = await answer.Body.ReadAtLeastAsync(text, MostText, throwOnEndOfStream: false, ct).ConfigureAwait(false);
            return Encoding.UTF8.GetString(text, 0, length);
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }
}
