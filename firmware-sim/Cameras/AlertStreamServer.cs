using System.Net;
using System.Net.Sockets;
using System.Text;
using EdgeGateway.Sim.Http;

namespace EdgeGateway.Sim.Cameras;

/// <summary>
/// A device as a web server with one endless answer behind its digest gate, usually <c>GET /ISAPI/Event/notification/alertStream</c>. The newest stream
/// takes the place of an older one, as on devices with one slot.
/// </summary>
public sealed class AlertStreamServer(IPEndPoint listen, string contentType, DigestGate gate) : IAsyncDisposable
{
    public const string StreamPath = "/ISAPI/Event/notification/alertStream";

    private readonly TcpListener _listener = new(listen);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _conversations = [];
    private Task _accepting = Task.CompletedTask;
    private volatile AlertStream? _current;

    /// <summary>Where it listens, once started.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>Path of the stream.</summary>
    public string Path { get; init; } = StreamPath;

    /// <summary>The open stream, or null while nobody listens.</summary>
    public AlertStream? Current => _current is { IsOpen: true } open ? open : null;

    public void Start()
    {
        _listener.Start();
        _accepting = AcceptAsync(_stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        _current?.Close();
        await _accepting.ConfigureAwait(false);
        await Task.WhenAll(_conversations).ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task AcceptAsync(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync(ct).ConfigureAwait(false);
                _conversations.RemoveAll(task => task.IsCompleted);
                _conversations.Add(ConverseAsync(socket, ct));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped; a listener that is disposed between two accepts says that it was never started.
        }
    }

    private async Task ConverseAsync(Socket socket, CancellationToken ct)
    {
        using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            while (await RequestHead.ReadAsync(stream, ct).ConfigureAwait(false) is { } request)
            {
                if (gate.Challenge(request.Headers.GetValueOrDefault("authorization"), request.Method, request.Target) is { } challenge)
                {
                    await AnswerAsync(stream, "401 Unauthorized", $"WWW-Authenticate: {challenge}\r\n", Status(4, "unauthorized"), ct).ConfigureAwait(false);
                }
                else if (request.Method == "GET" && request.Target.Split('?')[0] == Path)
                {
                    await StreamAsync(stream, ct).ConfigureAwait(false);
                    return;
                }
                else
                {
                    await AnswerAsync(stream, "404 Not Found", "", Status(4, "notSupport"), ct).ConfigureAwait(false);
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The gateway left.
        }
    }

    private async Task StreamAsync(NetworkStream stream, CancellationToken ct)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {contentType}\r\nConnection: close\r\n\r\n"), ct).ConfigureAwait(false);
        var open = new AlertStream(stream);
        _current?.Close();
        _current = open;
        await open.WatchAsync(ct).ConfigureAwait(false);
    }

    private static async Task AnswerAsync(NetworkStream stream, string status, string headers, string body, CancellationToken ct)
    {
        string answer = $"HTTP/1.1 {status}\r\n{headers}Content-Type: application/xml\r\nContent-Length: {body.Length}\r\n\r\n{body}";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), ct).ConfigureAwait(false);
    }

    private static string Status(int code, string sub) =>
        $"<ResponseStatus version=\"2.0\"><statusCode>{code}</statusCode><subStatusCode>{sub}</subStatusCode></ResponseStatus>";
}
