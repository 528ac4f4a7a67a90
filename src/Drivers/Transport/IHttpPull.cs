using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Transport;

/// <summary>Opens a long answer of a device that is a web server, with HTTP Digest or Basic when it asks for it.</summary>
public interface IHttpPull
{
    /// <summary>
    /// Sends one request, answers one challenge afresh (nonces may be one-shot), returns when the headers of the final
    /// answer are here, whatever its status. There is no total time-out; the caller watches the body for silence.
    /// </summary>
    /// <exception cref="Abstractions.DeviceFaultException"><c>Unreachable</c>: nobody answers. <c>Garbled</c>: what answers is not HTTP.
    /// <c>Misconfigured</c>: its certificate is not trusted.</exception>
    Task<HttpPullResponse> OpenAsync(HttpPullRequest request, CancellationToken ct);
}

/// <param name="Url">Absolute, http or https.</param>
/// <param name="User">User name, or null to send no credentials.</param>
/// <param name="Password">Password of that user.</param>
/// <param name="ConnectTimeout">From start to the headers of the answer.</param>
/// <param name="CertificateSha256">Only with https: SHA-256 of the one certificate to accept, hex; null trusts the authorities of the system.</param>
public sealed record HttpPullRequest(Uri Url, string? User, Secret? Password, TimeSpan ConnectTimeout, string? CertificateSha256 = null);

/// <summary>The answer of a device; dispose it to end the link.</summary>
public sealed class HttpPullResponse(int status, string? contentType, Stream body, IDisposable owner) : IDisposable
{
    public int Status { get; } = status;

    /// <summary>Content-Type as sent, or null.</summary>
    public string? ContentType { get; } = contentType;

    /// <summary>Reads as the device sends; ends when the link ends.</summary>
    public Stream Body { get; } = body;

    public void Dispose() => owner.Dispose();
}
