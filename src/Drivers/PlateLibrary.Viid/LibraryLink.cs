using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Viid.Json;
using EdgeGateway.Protocol.Viid.Objects;
using EdgeGateway.Protocol.Viid.Writing;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>Our requests to one library (plate-camera.md section 2.1).</summary>
public sealed class LibraryLink(IHttpCall http, ViidLibraryOptions options)
{
    /// <summary>With our login, should it ask.</summary>
    public Task<LibraryAnswer> SendAsync(string method, string path, byte[]? body, CancellationToken ct) =>
        SendAsync(method, options.Address(path), body, options.Password is null ? null : options.Login, ct);

    /// <summary>Without our login: a 401 says that we are not registered any more.</summary>
    public Task<LibraryAnswer> IdentifyAsync(string method, Uri url, byte[] body, CancellationToken ct) => SendAsync(method, url, body, null, ct);

    private async Task<LibraryAnswer> SendAsync(string method, Uri url, byte[]? body, string? user, CancellationToken ct)
    {
        var answer = await http.CallAsync(
            new HttpCallRequest(method, url)
            {
                Headers = [("User-Identify", options.DeviceId)],
                ContentType = ViidDialect.Standard.ContentType,
                Body = body,
                User = user,
                Password = options.Password,
                Timeout = options.Timeout,
                CertificateSha256 = options.CertificateSha256,
            },
            ct).ConfigureAwait(false);
        return new LibraryAnswer(answer.Status, ViidDocument.Read(answer.Body, null, out _) is { } document ? ViidStatus.Read(document) : []);
    }
}
