using System.Security.Cryptography;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.HttpAuth;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Transport;

/// <summary>
/// <see cref="IHttpPull"/> on its own connection a call: question, challenge and answer travel on one socket where the
/// device keeps it open. Every call asks for a fresh challenge, because nonces of cameras may be one-shot
/// (plate-camera.md section 3.1); a nonce is used once.
/// </summary>
public sealed class HttpPuller(TimeProvider time) : IHttpPull
{
    /// <summary>One challenge and, when the device calls its own nonce stale, one more. Never a third: cameras lock users out.</summary>
    private const int MaxChallenges = 2;

    public async Task<HttpPullResponse> OpenAsync(HttpPullRequest request, CancellationToken ct)
    {
        var certificate = new CertificateCheck(request.CertificateSha256);
        var client = HttpPullClient.Create(certificate);
        using var limit = new CancellationTokenSource(request.ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            var answer = await ConverseAsync(client, request, either.Token).ConfigureAwait(false);
            return new HttpPullResponse(
                (int)answer.StatusCode,
                HttpPullClient.ContentType(answer),
                await answer.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false),
                client);
        }
        catch (Exception error)
        {
            client.Dispose();
            throw HttpPullFault.From(error, request, certificate, timedOut: limit.IsCancellationRequested && !ct.IsCancellationRequested) ?? error;
        }
    }

    private static async Task<HttpResponseMessage> ConverseAsync(HttpClient client, HttpPullRequest request, CancellationToken ct)
    {
        var answer = await HttpPullClient.SendAsync(client, request.Url, authorization: null, ct).ConfigureAwait(false);
        for (int challenge = 1; challenge <= MaxChallenges && (int)answer.StatusCode == 401; challenge++)
        {
            var asked = HttpChallenges.Read(HttpPullClient.Challenges(answer));
            if (Credentials(request, asked) is not { } authorization || (challenge > 1 && asked.Digest is not { Stale: true }))
            {
                return answer;
            }

            await HttpPullClient.DrainAsync(answer, ct).ConfigureAwait(false);
            answer.Dispose();
            answer = await HttpPullClient.SendAsync(client, request.Url, authorization, ct).ConfigureAwait(false);
        }

        return answer;
    }

    private static string? Credentials(HttpPullRequest request, HttpChallenges asked) => request.User is null
        ? null
        : asked.Answer(
            new HttpLogin(request.User, request.Password?.Reveal() ?? string.Empty),
            new DigestExchange("GET", request.Url.PathAndQuery, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))));
}
