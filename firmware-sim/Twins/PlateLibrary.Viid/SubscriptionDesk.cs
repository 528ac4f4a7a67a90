using System.Text.Json;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Http;
using EdgeGateway.Sim.Viid;

namespace EdgeGateway.Sim.Twins.PlateLibrary.Viid;

/// <summary>
/// A library's side of /VIID/Subscribes: takes subscriptions from whoever answers its Digest challenge, or, without a
/// gate, from whoever names itself in User-Identify.
/// </summary>
public sealed class SubscriptionDesk(DigestGate? gate, TimeProvider time)
{
    private const string Root = "/VIID/Subscribes";

    private readonly Dictionary<string, LibrarySubscription> _known = new(StringComparer.Ordinal);
    private readonly List<string> _log = [];
    private readonly Lock _gate = new();

    /// <summary>The newest one that is active now, or null.</summary>
    public LibrarySubscription? Active
    {
        get
        {
            lock (_gate)
            {
                return _known.Values.LastOrDefault(one => one.IsActive(time.GetUtcNow()));
            }
        }
    }

    /// <summary>Every request that was let in, as <c>METHOD target</c>.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_gate)
            {
                return [.. _log];
            }
        }
    }

    /// <summary>Forgets everything, as a library does that was installed anew.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _known.Clear();
        }
    }

    public ServedAnswer Answer(ServedRequest request)
    {
        if (gate?.Challenge(request.Header("authorization"), request.Method, request.Target) is { } challenge)
        {
            return new ServedAnswer(401, ViidReply.One("", request.Path, 4, time.GetUtcNow()), ("WWW-Authenticate", challenge));
        }

        if (gate is null && string.IsNullOrEmpty(request.Header("user-identify")))
        {
            return new ServedAnswer(401, ViidReply.One("", request.Path, 4, time.GetUtcNow()));
        }

        lock (_gate)
        {
            _log.Add($"{request.Method} {request.Target}");
            return request.Path != Root ? new ServedAnswer(404, ViidReply.One("", request.Path, 0, time.GetUtcNow()))
                : request.Method == "DELETE" ? Delete(request)
                : Put(request);
        }
    }

    private ServedAnswer Put(ServedRequest request)
    {
        var statuses = new List<(string, int)>();
        using JsonDocument document = JsonDocument.Parse(request.Body);
        foreach (JsonElement one in document.RootElement.GetProperty("SubscribeListObject").GetProperty("SubscribeObject").EnumerateArray())
        {
            string id = one.GetProperty("SubscribeID").GetString()!;
            _known.Remove(id);
            _known[id] = new LibrarySubscription(
                id,
                Text(one, "SubscribeDetail"),
                new Uri(Text(one, "ReceiveAddr")),
                Text(one, "EndTime"),
                one.TryGetProperty("OperateType", out JsonElement operate) && operate.GetInt32() == 1);
            statuses.Add((id, 0));
        }

        return new ServedAnswer(200, ViidReply.Many(Root, statuses, time.GetUtcNow()));
    }

    private ServedAnswer Delete(ServedRequest request)
    {
        string[] ids = request.Target[(request.Target.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(',');
        foreach (string id in ids.Where(_known.ContainsKey))
        {
            _known[id] = _known[id] with { Cancelled = true };
        }

        return new ServedAnswer(200, ViidReply.Many(Root, [.. ids.Select(id => (id, 0))], time.GetUtcNow()));
    }

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";
}
