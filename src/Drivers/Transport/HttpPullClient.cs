using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Text;

namespace EdgeGateway.Drivers.Transport;

/// <summary>How this product speaks HTTP to a device.</summary>
internal static class HttpPullClient
{
    /// <summary>The text of a 401 is read to keep the connection usable; a longer one costs a new connection.</summary>
    private const int MaxDrain = 64 * 1024;

    /// <summary>A bare client: no proxy, no cookies, no redirects, no credentials of its own, no total time-out.</summary>
    public static HttpClient Create(CertificateCheck certificate)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = Timeout.InfiniteTimeSpan,
            MaxResponseDrainSize = 0,

            // Bytes of a realm pass through unchanged, whatever their charset.
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            SslOptions = new SslClientAuthenticationOptions
            {
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                RemoteCertificateValidationCallback = certificate.Accepts,
            },
        };
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, Uri url, string? authorization, CancellationToken ct)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, url) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        message.Headers.TryAddWithoutValidation("Accept", "*/*");
        if (authorization is not null)
        {
            message.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ct).ConfigureAwait(false);
    }

    /// <returns>Every WWW-Authenticate header as sent.</returns>
    public static IEnumerable<string> Challenges(HttpResponseMessage answer) =>
        answer.Headers.NonValidated.TryGetValues("WWW-Authenticate", out var values) ? values : [];

    /// <returns>Content-Type as sent, or null; .NET's own parser would lose what it does not like.</returns>
    public static string? ContentType(HttpResponseMessage answer) =>
        answer.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.First() : null;

    /// <summary>Some cameras close the connection when the text of the 401 is left unread.</summary>
    public static async Task DrainAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var body = await answer.Content.ReadAsStreamAsync(ct).ConfigureAwait(false);
        var scrap = new byte[4096];
        try
        {
            int read;
            for (int total = 0; total < MaxDrain; total += read)
            {
                read = await body.ReadAsync(scrap, ct).ConfigureAwait(false);
                if (read == 0)
                {
                    return;
                }
            }
        }
        catch (IOException)
        {
            // A text cut short only costs the connection: the second request opens another.
        }
    }
}
