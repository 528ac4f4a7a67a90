using System.Net;
using System.Net.Sockets;
using System.Text;
using EdgeGateway.Sim.Http;

namespace EdgeGateway.Sim.Cameras;

/// <summary>
/// A device as a web server with one endless answer behind its digest gate, usually <c>GET /ISAPI/Event/notification/alertStream</c>. The newest stream
/// takes the place of an older one, as on devices with one slot.
/// </summary>
public sealed class AlertStreamServer : IAsyncDisposable
{
    public const string StreamPath = "/ISAPI/Event/notification/alertStream";

    private readonly LinkDoor _door;
    private readonly string _contentType;
    private readonly DigestGate _gate;
    private volatile AlertStream? _current;

    /// <param name="listen">Where; port 0 lets the system choose.</param>
    /// <param name="contentType">Of the endless answer.</param>
    /// <param name="gate">Who may look.</param>
    public AlertStreamServer(IPEndPoint listen, string contentType, DigestGate gate) =>
        (_door, _contentType, _gate) = (new LinkDoor(listen, ConverseAsync), contentType, gate);

    /// <summary>Where it listens, once started.</summary>
    public IPEndPoint EndPoint => _door.EndPoint;

    /// <summary>Path of the stream.</summary>
    public string Path { get; init; } = StreamPath;

    /// <summary>The open stream, or null while nobody listens.</summary>
    public AlertStream? Current => _current is { IsOpen: true } open ? open : null;

    public void Start() => _door.Start();

    public ValueTask DisposeAsync() => _door.DisposeAsync();

    private async Task ConverseAsync(NetworkStream stream, CancellationToken ct)
    {
        while (await RequestHead.ReadAsync(stream, ct).ConfigureAwait(false) is { } request)
        {
            if (_gate.Challenge(request.Headers.GetValueOrDefault("authorization"), request.Method, request.Target) is { } challenge)
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

    private async Task StreamAsync(NetworkStream stream, CancellationToken ct)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {_contentType}\r\nConnection: close\r\n\r\n"), ct).ConfigureAwait(false);
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
