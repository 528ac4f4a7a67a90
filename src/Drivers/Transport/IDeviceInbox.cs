using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Transport;

/// <summary>
/// The port where devices push: <c>/{device}/{token}</c> or <c>/{device}?token=...</c>, anything after it is the device's own path.
/// Unknown device 404, wrong token 401, body over the limit 413, a driver that is not ready 503: all counted.
/// </summary>
public interface IDeviceInbox
{
    /// <summary>Takes requests for one device until disposed.</summary>
    IDisposable Open(string device, Secret token, InboxHandler handler);
}

/// <summary>Answers one request. The device is told what this returns, so it returns when the reading is safe.</summary>
public delegate ValueTask<InboxAnswer> InboxHandler(InboxRequest request, CancellationToken ct);

/// <param name="Method">HTTP method.</param>
/// <param name="Path">The path behind device and token, empty or starting with a slash.</param>
/// <param name="ContentType">As sent, or null.</param>
/// <param name="Body">The whole body, at most the inbox's limit; valid until the handler returns.</param>
public sealed record InboxRequest(string Method, string Path, string? ContentType, ReadOnlyMemory<byte> Body);

/// <param name="Status">HTTP status.</param>
/// <param name="Body">Short text.</param>
/// <param name="ContentType">Media type of the text.</param>
public sealed record InboxAnswer(int Status, string Body = "", string ContentType = "text/plain")
{
    public static readonly InboxAnswer Ok = new(200, "OK");
}
