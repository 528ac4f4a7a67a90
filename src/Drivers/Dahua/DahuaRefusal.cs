using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Dahua;

/// <summary>What it means when a camera does not do as asked (plate-camera.md section 4.1; section 9, F4 and F10).</summary>
internal static class DahuaRefusal
{
    /// <returns>Null when the answer is a stream.</returns>
    public static DeviceFaultException? OfStream(HttpPullResponse answer) => answer.Status switch
    {
        200 when IsWebPage(answer) => new(FaultKind.Unsupported, "The device answers with a web page instead of events; check host and port."),
        200 => null,
        _ => Of(answer.Status),
    };

    public static DeviceFaultException Of(int status) => status switch
    {
        401 => new(FaultKind.Refused, "The device rejects user or password, or has locked the user out; check both, wait for the lock to end."),
        403 => new(FaultKind.Busy, "The device does not let this user in now: it has too many logins, or the user lacks the right to monitor events."),
        400 or 404 or 501 => new(FaultKind.Unsupported, $"The device does not know this request (HTTP {status}); try another \"mode\"."),
        >= 300 and < 400 => new(FaultKind.Unsupported, "The device sends us to another address; check port and https."),
        >= 500 => new(FaultKind.Busy, $"The device cannot serve this now (HTTP {status})."),
        _ => new(FaultKind.Unsupported, $"The device refuses (HTTP {status})."),
    };

    private static bool IsWebPage(HttpPullResponse answer) => answer.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
}
