using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Transport;

/// <summary>Asks a peer that is a web server one short question, with any method and a body.</summary>
public interface IHttpCall
{
    /// <summary>
    /// Sends the request without credentials, answers one challenge afresh (HTTP Digest, or Basic where there is nothing
    /// else), and returns the whole answer, whatever its status.
    /// </summary>
    /// <exception cref="Abstractions.DeviceFaultException"><c>Unreachable</c>: nobody answers in time. <c>Garbled</c>: what answers is not
    /// HTTP, or answers too much. <c>Misconfigured</c>: its certificate is not trusted.</exception>
    Task<HttpCallAnswer> CallAsync(HttpCallRequest request, CancellationToken ct);
}

/// <summary>One request.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Url">Absolute, http or https.</param>
public sealed record HttpCallRequest(string Method, Uri Url)
{
    /// <summary>Headers besides those of the body; names and values as they stand on the wire.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Content-Type; with a body only.</summary>
    public string? ContentType { get; init; }

    /// <summary>Null sends none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>User for a challenge, or null to answer none.</summary>
    public string? User { get; init; }

    public Secret? Password { get; init; }

    /// <summary>From start to the last byte of the answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Only with https: SHA-256 of the one certificate to accept, hex; null trusts the authorities of the system.</summary>
    public string? CertificateSha256 { get; init; }
}

/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">As sent, or null.</param>
/// <param name="Body">At most 1 MiB.</param>
public sealed record HttpCallAnswer(int Status, string? ContentType, ReadOnlyMemory<byte> Body);
