using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Transport;

/// <summary>
/// The port where devices push: <c>/{device}/{token}</c> or <c>/{device}?token=...</c>, anything after it is the device's own path.
/// Unknown device 404, wrong token 401, body over the limit 413, a driver that is not ready 503: all counted.
/// </summary>
public interface IDeviceInbox
{
    /// <summary>Takes requests for one device until disposed.</summary>
    /// <param name="device">Device id.</param>
    /// <param name="token">What the device writes behind it.</param>
    /// <param name="handler">Answers them.</param>
    /// <param name="methods">HTTP methods; POST and PUT when null, any other is told 405.</param>
    IDisposable Open(string device, Secret token, InboxHandler handler, IReadOnlyCollection<string>? methods = null);

    /// <summary>Takes requests below a path that the protocol fixes, of any method, for one identity until disposed; an unknown identity is told so and counted.</summary>
    /// <exception cref="Abstractions.DeviceFaultException"><c>Misconfigured</c>: another device answers for this identity.</exception>
    IDisposable OpenRoot(InboxClaim claim);
}

/// <summary>Answers one request. The device is told what this returns, so it returns when the reading is safe.</summary>
public delegate ValueTask<InboxAnswer> InboxHandler(InboxRequest request, CancellationToken ct);

/// <param name="Method">HTTP method.</param>
/// <param name="Path">The path behind device and token, empty or starting with a slash; the whole path below a shared root.</param>
/// <param name="ContentType">As sent, or null.</param>
/// <param name="Body">The whole body, at most the inbox's limit; valid until the handler returns.</param>
public sealed record InboxRequest(string Method, string Path, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>The request target as received, and all headers.</summary>
    public InboxHead Head { get; init; } = new(Method, Path, Path);
}

/// <param name="Status">HTTP status.</param>
/// <param name="Body">Short text.</param>
/// <param name="ContentType">Media type of the text.</param>
public sealed record InboxAnswer(int Status, string Body = "", string ContentType = "text/plain")
{
    public static readonly InboxAnswer Ok = new(200, "OK");

    /// <summary>Further headers; a name may come more than once.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
