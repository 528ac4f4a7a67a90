using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.HttpAuth;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Transport;

/// <summary>
/// <see cref="IHttpCall"/> on its own connection a call, as <see cref="HttpPuller"/>: a nonce is used once (plate-camera.md
/// section 2.2), and a peer that was away is met afresh.
/// </summary>
public sealed class HttpCaller(TimeProvider time) : IHttpCall
{
    private const int MostAnswer = 1024 * 1024;

    /// <summary>One challenge and, when the peer calls its own nonce stale, one more. Never a third: servers lock users out.</summary>
    private const int MaxChallenges = 2;

    public async Task<HttpCallAnswer> CallAsync(HttpCallRequest request, CancellationToken ct)
    {
        var certificate = new CertificateCheck(request.CertificateSha256);
        using var client = HttpPullClient.Create(certificate);
        using var limit = new CancellationTokenSource(request.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            using var answer = await ConverseAsync(client, request, either.Token).ConfigureAwait(false);
            return new HttpCallAnswer((int)answer.StatusCode, HttpPullClient.ContentType(answer), await ReadAsync(answer, either.Token).ConfigureAwait(false));
        }
        catch (Exception error) when (error is not DeviceFaultException)
        {
            bool late = limit.IsCancellationRequested && !ct.IsCancellationRequested;
            throw HttpPullFault.From(error, new HttpPullRequest(request.Url, null, null, request.Timeout), certificate, late) ?? error;
        }
    }

    private static async Task<HttpResponseMessage> ConverseAsync(HttpClient client, HttpCallRequest request, CancellationToken ct)
    {
        var answer = await SendAsync(client, request, authorization: null, ct).ConfigureAwait(false);
        for (int challenge = 1; challenge <= MaxChallenges && answer.StatusCode == HttpStatusCode.Unauthorized; challenge++)
        {
            var asked = HttpChallenges.Read(HttpPullClient.Challenges(answer));
            if (Credentials(request, asked) is not { } authorization || (challenge > 1 && asked.Digest is not { Stale: true }))
            {
                return answer;
            }

            await HttpPullClient.DrainAsync(answer, ct).ConfigureAwait(false);
            answer.Dispose();
            answer = await SendAsync(client, request, authorization, ct).ConfigureAwait(false);
        }

        return answer;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpCallRequest request, string? authorization, CancellationToken ct)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Url)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = request.Body is { } body ? Content(body, request.ContentType) : null,
        };
        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (authorization is not null)
        {
            message.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ct).ConfigureAwait(false);
    }

    // .NET's own parser of media types would rewrite what some peers compare letter by letter.
    private static ReadOnlyMemoryContent Content(ReadOnlyMemory<byte> body, string? contentType)
    {
        var content = new ReadOnlyMemoryContent(body);
        if (contentType is not null)
        {
            HttpContentHeaders headers = content.Headers;
            headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return content;
    }

    private static string? Credentials(HttpCallRequest request, HttpChallenges asked) => request.User is null
        ? null
        : asked.Answer(
            new HttpLogin(request.User, request.Password?.Reveal() ?? string.Empty),
            new DigestExchange(
                request.Method,
                request.Url.PathAndQuery,
                Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
                Body: request.Body ?? default));

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var stream = await answer.Content.ReadAsStreamAsync(ct).ConfigureAwait(false);
        using var whole = new MemoryStream();
        var part = new byte[8192];
        for (int read = await stream.ReadAsync(part, ct).ConfigureAwait(false); read > 0; read = await stream.ReadAsync(part, ct).ConfigureAwait(false))
        {
            if (whole.Length + read > MostAnswer)
            {
                throw new DeviceFaultException(FaultKind.Garbled, "The answer is longer than 1 MiB; whatever that is, it is no status.");
            }

            whole.Write(part, 0, read);
        }

        return whole.ToArray();
    }
}
