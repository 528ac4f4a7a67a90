using System.Net;
using System.Text.Json;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Http;
using EdgeGateway.Sim.Viid;

namespace EdgeGateway.Sim.Twins.PlateLibrary.Viid;

/// <summary>
/// A library above the gateway as web server (plate-camera.md sections 2.1, 2.2, 2.9): Register and UnRegister behind
/// Digest, Keepalive and DispositionNotifications by User-Identify of somebody registered.
/// </summary>
public sealed class UpperLibrary : IAsyncDisposable
{
    private readonly DigestGate _digest;
    private readonly TimeProvider _time;
    private readonly RequestServer _server;
    private readonly Lock _gate = new();
    private readonly HashSet<string> _registered = new(StringComparer.Ordinal);
    private readonly List<string> _log = [];
    private readonly List<TakenNotification> _notifications = [];
    private readonly Queue<LibraryRefusal> _refusals = [];

    /// <param name="listen">Where; port 0 lets the system choose.</param>
    /// <param name="digest">Its gate.</param>
    /// <param name="time">Its clock.</param>
    public UpperLibrary(IPEndPoint listen, DigestGate digest, TimeProvider time)
    {
        _digest = digest;
        _time = time;
        _server = new RequestServer(listen, Answer);
    }

    public IPEndPoint EndPoint => _server.EndPoint;

    /// <summary>True answers the Keepalive of somebody who is not registered with 200 and the status 500 (V5), false with 401 (V4).</summary>
    public bool SoftKeepalive { get; init; }

    /// <summary>StatusCode as a string (V5, V9).</summary>
    public bool StatusIsText { get; init; }

    /// <summary>What it was asked for and let pass, as <c>METHOD path</c>.</summary>
    public IReadOnlyList<string> Log => Copy(_log);

    public IReadOnlyList<TakenNotification> Notifications => Copy(_notifications);

    public bool IsRegistered(string device)
    {
        lock (_gate)
        {
            return _registered.Contains(device);
        }
    }

    public void Start() => _server.Start();

    /// <summary>The next notifications are refused, one by each of these.</summary>
    public void Refuse(params IEnumerable<LibraryRefusal> next)
    {
        lock (_gate)
        {
            foreach (LibraryRefusal refusal in next)
            {
                _refusals.Enqueue(refusal);
            }
        }
    }

    /// <summary>From now on notifications are taken again.</summary>
    public void Accept()
    {
        lock (_gate)
        {
            _refusals.Clear();
        }
    }

    /// <summary>As after a restart: nobody is registered any more.</summary>
    public void ForgetSessions()
    {
        lock (_gate)
        {
            _registered.Clear();
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private IReadOnlyList<T> Copy<T>(List<T> list)
    {
        lock (_gate)
        {
            return [.. list];
        }
    }

    private ServedAnswer? Answer(ServedRequest request)
    {
        lock (_gate)
        {
            return request.Path switch
            {
                "/VIID/System/Register" or "/VIID/System/UnRegister" => Session(request),
                "/VIID/System/Keepalive" => Keepalive(request),
                "/VIID/System/Time" => Let(request, $"{{\"SystemTimeObject\":{{\"VIIDServerID\":\"\",\"TimeMode\":\"0\",\"LocalTime\":\"{ViidIds.Time(_time.GetUtcNow())}\",\"TimeZone\":\"UTC+8\"}}}}"),
                _ when request.Method == "POST" && request.Text.Contains("DispositionNotificationListObject", StringComparison.Ordinal) => Notification(request),
                _ => new ServedAnswer(404, One("", request.Path, 0)),
            };
        }
    }

    private ServedAnswer Session(ServedRequest request)
    {
        if (_digest.Challenge(request.Header("authorization"), request.Method, request.Target) is { } challenge)
        {
            return Unauthorised(request, challenge);
        }

        bool comes = request.Path.EndsWith("/Register", StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(request.Body);
        string id = document.RootElement.GetProperty(comes ? "RegisterObject" : "UnRegisterObject").GetProperty("DeviceID").GetString()!;
        _ = comes ? _registered.Add(id) : _registered.Remove(id);
        return Let(request, One(id, request.Path, 0));
    }

    private ServedAnswer Keepalive(ServedRequest request)
    {
        string id = request.Header("user-identify") ?? "";
        return _registered.Contains(id) ? Let(request, One(id, request.Path, 0))
            : SoftKeepalive ? new ServedAnswer(200, One(id, request.Path, 500))
            : Unauthorised(request, _digest.Challenge(null, request.Method, request.Target)!);
    }

    private ServedAnswer? Notification(ServedRequest request)
    {
        if (!_registered.Contains(request.Header("user-identify") ?? ""))
        {
            return Unauthorised(request, _digest.Challenge(null, request.Method, request.Target)!);
        }

        LibraryRefusal? refusal = _refusals.TryDequeue(out LibraryRefusal next) ? next : null;
        using JsonDocument document = JsonDocument.Parse(request.Body);
        var statuses = new List<(string, int)>();
        foreach (JsonElement one in document.RootElement.GetProperty("DispositionNotificationListObject").GetProperty("DispositionNotificationObject").EnumerateArray())
        {
            string id = one.GetProperty("NotificationID").GetString()!;
            _notifications.Add(new TakenNotification(id, one.GetProperty("DispositionID").GetString()!, one.GetRawText(), refusal));
            statuses.Add((id, refusal is null ? 0 : 1));
        }

        switch (refusal)
        {
            case LibraryRefusal.Cut:
                return null;
            case LibraryRefusal.Error500:
                return new ServedAnswer(500, "<html>Internal Server Error</html>");
            case LibraryRefusal.Unauthorised:
                _registered.Clear();
                return Unauthorised(request, _digest.Challenge(null, request.Method, request.Target)!);
            default:
                return Let(request, Typed(ViidReply.Many(request.Path, statuses, _time.GetUtcNow())));
        }
    }

    private ServedAnswer Let(ServedRequest request, string body)
    {
        _log.Add($"{request.Method} {request.Path}");
        return new ServedAnswer(200, body);
    }

    private ServedAnswer Unauthorised(ServedRequest request, string challenge) =>
        new(401, One("", request.Path, 4), ("WWW-Authenticate", challenge));

    private string One(string id, string url, int status) => Typed(ViidReply.One(id, url, status, _time.GetUtcNow()));

    private string Typed(string reply) =>
        StatusIsText ? System.Text.RegularExpressions.Regex.Replace(reply, "\"StatusCode\":(\\d+)", "\"StatusCode\":\"$1\"") : reply;
}
