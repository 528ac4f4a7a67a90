using System.Net;
using System.Net.Sockets;
using System.Text;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Http;

namespace EdgeGateway.Sim.Twins.PlateCamera.Dahua;

/// <summary>The camera as a web server behind its digest gate: both attaches, its clock, its finder and its files (plate-camera.md section 4).</summary>
public sealed class DahuaCameraServer : IAsyncDisposable
{
    private const string LoadFile = "/cgi-bin/RPC_Loadfile";

    private readonly LinkDoor _door;
    private readonly DigestGate _gate;
    private readonly DahuaFiles _files;
    private readonly Func<DateTimeOffset> _clock;
    private volatile DahuaOpenStream? _current;

    /// <param name="listen">Where; port 0 lets the system choose.</param>
    /// <param name="gate">Who may look.</param>
    /// <param name="files">What its finder finds.</param>
    /// <param name="clock">What its clock shows.</param>
    public DahuaCameraServer(IPEndPoint listen, DigestGate gate, DahuaFiles files, Func<DateTimeOffset> clock) =>
        (_door, _gate, _files, _clock) = (new LinkDoor(listen, ConverseAsync), gate, files, clock);

    /// <summary>Where it listens, once started.</summary>
    public IPEndPoint EndPoint => _door.EndPoint;

    /// <summary>The open stream, or null while nobody listens.</summary>
    public DahuaOpenStream? Current => _current is { Stream.IsOpen: true } open ? open : null;

    /// <summary>True while attaches are turned away with 503.</summary>
    public bool Closed { get; set; }

    /// <summary>Gives the bytes of a file, and is told when all of them are gone.</summary>
    public required Func<string, (byte[] Content, Action Sent)?> Load { get; init; }

    public void Start() => _door.Start();

    public ValueTask DisposeAsync() => _door.DisposeAsync();

    private async Task ConverseAsync(NetworkStream stream, CancellationToken ct)
    {
        while (await RequestHead.ReadAsync(stream, ct).ConfigureAwait(false) is { } request)
        {
            if (_gate.Challenge(request.Headers.GetValueOrDefault("authorization"), request.Method, request.Target) is { } challenge)
            {
                await AnswerAsync(stream, "401 Unauthorized", $"WWW-Authenticate: {challenge}\r\n", "Error\r\nInvalid Authority!\r\n", ct).ConfigureAwait(false);
            }
            else if (!await ServeAsync(stream, request.Target, ct).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    /// <returns>False when the conversation is over.</returns>
    private async Task<bool> ServeAsync(NetworkStream stream, string target, CancellationToken ct)
    {
        string path = target.Split('?')[0];
        var query = Query(target);
        switch (path)
        {
            case "/cgi-bin/snapManager.cgi" or "/cgi-bin/eventManager.cgi" when Closed:
                await AnswerAsync(stream, "503 Service Unavailable", "", "Error\r\n", ct).ConfigureAwait(false);
                return true;
            case "/cgi-bin/snapManager.cgi" when query.GetValueOrDefault("action") == "attachFileProc":
                await StreamAsync(stream, pictures: true, ct).ConfigureAwait(false);
                return false;
            case "/cgi-bin/eventManager.cgi" when query.GetValueOrDefault("action") == "attach":
                await StreamAsync(stream, pictures: false, ct).ConfigureAwait(false);
                return false;
            case "/cgi-bin/global.cgi":
                await AnswerAsync(stream, "200 OK", "", $"result={_clock():yyyy-MM-dd HH:mm:ss}\r\n", ct).ConfigureAwait(false);
                return true;
            case "/cgi-bin/mediaFileFind.cgi":
                await AnswerAsync(stream, "200 OK", "", _files.Answer(query), ct).ConfigureAwait(false);
                return true;
            default:
                await FileAsync(stream, path, ct).ConfigureAwait(false);
                return true;
        }
    }

    private async Task FileAsync(NetworkStream stream, string path, CancellationToken ct)
    {
        if (!path.StartsWith(LoadFile, StringComparison.Ordinal) || Load(Uri.UnescapeDataString(path[LoadFile.Length..])) is not { } file)
        {
            await AnswerAsync(stream, "404 Not Found", "", "Error\r\nNot Found!\r\n", ct).ConfigureAwait(false);
            return;
        }

        byte[] head = Encoding.ASCII.GetBytes(FormattableString.Invariant($"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: {file.Content.Length}\r\n\r\n"));
        await stream.WriteAsync((byte[])[.. head, .. file.Content], ct).ConfigureAwait(false);
        file.Sent();
    }

    private async Task StreamAsync(NetworkStream stream, bool pictures, CancellationToken ct)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {DahuaVoice.StreamType}\r\nConnection: close\r\n\r\n"), ct).ConfigureAwait(false);
        var open = new DahuaOpenStream(new AlertStream(stream), pictures);
        _current?.Stream.Close();
        _current = open;
        await open.Stream.WatchAsync(ct).ConfigureAwait(false);
    }

    private static Dictionary<string, string> Query(string target)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        int mark = target.IndexOf('?', StringComparison.Ordinal);
        foreach (string pair in mark < 0 ? [] : target[(mark + 1)..].Split('&'))
        {
            string[] parts = pair.Split('=', 2);
            found[parts[0]] = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "";
        }

        return found;
    }

    private static async Task AnswerAsync(NetworkStream stream, string status, string headers, string body, CancellationToken ct)
    {
        byte[] content = Encoding.UTF8.GetBytes(body);
        byte[] head = Encoding.ASCII.GetBytes(FormattableString.Invariant($"HTTP/1.1 {status}\r\n{headers}Content-Type: text/plain\r\nContent-Length: {content.Length}\r\n\r\n"));
        await stream.WriteAsync((byte[])[.. head, .. content], ct).ConfigureAwait(false);
    }
}

/// <param name="Stream">The open link.</param>
/// <param name="Pictures">True for snapManager.</param>
public sealed record DahuaOpenStream(AlertStream Stream, bool Pictures);
