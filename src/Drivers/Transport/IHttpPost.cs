namespace EdgeGateway.Drivers.Transport;

/// <summary>Posts one short body to a device and reads its short answer; no login of HTTP.</summary>
public interface IHttpPost
{
    /// <exception cref="Abstractions.DeviceFaultException"><c>Unreachable</c>: nobody answers in time. <c>Garbled</c>: what answers is not HTTP, or says too much.
    /// <c>Misconfigured</c>: its certificate is not trusted.</exception>
    Task<HttpPostAnswer> PostAsync(HttpPostRequest request, CancellationToken ct);
}

/// <param name="Url">Absolute, http or https.</param>
/// <param name="ContentType">Media type of the body.</param>
/// <param name="Body">The body.</param>
/// <param name="Limit">From start to the last byte of the answer.</param>
/// <param name="MostBytes">Longest answer.</param>
/// <param name="CertificateSha256">Only with https: SHA-256 of the one certificate to accept, hex; null trusts the authorities of the system.</param>
public sealed record HttpPostRequest(Uri Url, string ContentType, byte[] Body, TimeSpan Limit, int MostBytes, string? CertificateSha256 = null);

/// <param name="Status">HTTP status.</param>
/// <param name="Body">The whole answer.</param>
public sealed record HttpPostAnswer(int Status, byte[] Body);
