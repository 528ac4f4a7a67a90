using System.Net.WebSockets;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Transport.WebSockets;

/// <summary>
/// WebSockets over a TCP link that is dialled first, so that the address, the Host header and the name in the certificate may differ.
/// No proxy, no redirect, no cookie, no compression, and nothing said unasked: the far end may be fragile (kiosk.md section 1.4).
/// </summary>
/// <param name="tcp">Dials, with TLS where the target wants it.</param>
/// <param name="time">Whose clock notes when something was heard.</param>
public sealed class WebSocketDialer(ITcpDialer tcp, TimeProvider time) : IWebSocketDialer
{
    private const int MostHeadKiB = 16;

    public async Task<IWebSocketLink> DialAsync(WebSocketTarget target, CancellationToken ct)
    {
        var url = WebSocketWords.Url(target);
        var heard = new HeardStream(await ReachAsync(target, ct).ConfigureAwait(false), time);
        var socket = new ClientWebSocket();
        var http = new HttpMessageInvoker(Handler(heard), disposeHandler: true);
        try
        {
            Prepare(socket.Options, target);
            await socket.ConnectAsync(url, http, ct).ConfigureAwait(false);
            return new WebSocketLink(socket, http, heard, target.MostBytes, time);
        }
        catch (Exception error)
        {
            var fault = WebSocketWords.Fault(error, target, (int)socket.HttpStatusCode);
            socket.Dispose();
            http.Dispose();
            await heard.DisposeAsync().ConfigureAwait(false);
            ct.ThrowIfCancellationRequested();
            throw fault ?? error;
        }
    }

    private async Task<Stream> ReachAsync(WebSocketTarget target, CancellationToken ct)
    {
        try
        {
            return await tcp.DialAsync(target.Host, target.Port, target.Tls, ct).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, $"{error.Message}.", inner: error);
        }
    }

    /// <summary>The stream is the only connection there will be: whoever asks for a second one is not let in.</summary>
    private static SocketsHttpHandler Handler(HeardStream link)
    {
        bool taken = false;
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            MaxResponseDrainSize = 0,
            MaxResponseHeadersLength = MostHeadKiB,
            ConnectTimeout = Timeout.InfiniteTimeSpan,
            ConnectCallback = (_, _) =>
            {
                (bool first, taken) = (!taken, true);
                return first ? ValueTask.FromResult<Stream>(link) : throw new IOException("the link was used up");
            },
        };
    }

    private static void Prepare(ClientWebSocketOptions options, WebSocketTarget target)
    {
        options.SetRequestHeader("Host", target.HostHeader ?? WebSocketWords.HostHeader(target));
        options.CollectHttpResponseDetails = true;

        // The far end tells that it lives, or is asked: nothing is sent that nobody asked for.
        options.KeepAliveInterval = TimeSpan.Zero;
        options.DangerousDeflateOptions = null;
    }
}
