using System.Net;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Transport;

/// <summary><see cref="IHttpPost"/> on its own connection a call.</summary>
public sealed class HttpPoster(TimeProvider time) : IHttpPost
{
    public async Task<HttpPostAnswer> PostAsync(HttpPostRequest request, CancellationToken ct)
    {
        var certificate = new CertificateCheck(request.CertificateSha256);
        using var client = HttpPullClient.Create(certificate);
        using var limit = new CancellationTokenSource(request.Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            using var message = Message(request);
            using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return new HttpPostAnswer((int)answer.StatusCode, await ReadAsync(answer, request, either.Token).ConfigureAwait(false));
        }
        catch (Exception error) when (error is not DeviceFaultException)
        {
            var pull = new HttpPullRequest(request.Url, null, null, request.Limit, request.CertificateSha256);
            throw HttpPullFault.From(error, pull, certificate, timedOut: limit.IsCancellationRequested && !ct.IsCancellationRequested) ?? error;
        }
    }

    private static HttpRequestMessage Message(HttpPostRequest request)
    {
        var body = new ByteArrayContent(request.Body);
        body.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        return new HttpRequestMessage(HttpMethod.Post, request.Url) { Content = body, Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage answer, HttpPostRequest request, CancellationToken ct)
    {
        var body = await answer.Content.ReadAsStreamAsync(ct).ConfigureAwait(false);
        var bytes = new byte[request.MostBytes + 1];
        int length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct).ConfigureAwait(false);
        return length <= request.MostBytes ? bytes[..length]
            : throw new DeviceFaultException(FaultKind.Garbled, $"{request.Url.Host}:{request.Url.Port} answers with more than was asked for.");
    }
}
