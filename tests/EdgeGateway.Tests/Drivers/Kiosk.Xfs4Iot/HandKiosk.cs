using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using EdgeGateway.Tests.Drivers.Transport.WebSockets;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Kiosk.Xfs4Iot;

/// <summary>A kiosk by hand: one publisher and some services on one port, frame by frame. It writes down everything that it is sent.</summary>
internal sealed class HandKiosk : IAsyncDisposable
{
    private readonly WebSocketDoor _door = new();
    private readonly ConcurrentDictionary<string, WebSocketGuest> _links = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentBag<Task> _serving = [];
    private readonly Task _accepting;

    public HandKiosk(params string[] services)
    {
        Services = services.Length > 0 ? services : ["IdSlot"];
        _accepting = AcceptAsync();
    }

    public int Port => _door.Port;

    public IReadOnlyList<string> Services { get; set; }

    /// <summary>Host that it puts into the addresses of its services.</summary>
    public string SelfName { get; init; } = "localhost";

    public string Root { get; init; } = "/xfs4iot/v1.0";

    /// <summary>Refuse every other.</summary>
    public string? OnlyVersion { get; init; }

    /// <summary>Host headers that came, and heads of requests that were turned away.</summary>
    public ConcurrentQueue<string> Heads { get; } = new();

    /// <summary>Everything it was ever sent, with the service that got it.</summary>
    public ConcurrentQueue<(string Service, string Text)> Sent { get; } = new();

    /// <summary>Payloads of statuses; a service without one has the status of a healthy card reader.</summary>
    public ConcurrentDictionary<string, string> Status { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Payloads of storages; a service without one has none.</summary>
    public ConcurrentDictionary<string, string> Storage { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Commands that get no completion, by service and name.</summary>
    public ConcurrentDictionary<string, bool> Mute { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Completion codes that are not success, by service and name.</summary>
    public ConcurrentDictionary<string, string> Codes { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Services that are turned away with 404.</summary>
    public ConcurrentDictionary<string, bool> Away { get; } = new(StringComparer.OrdinalIgnoreCase);

    public int Count(string service, string command) => Sent.Count(one => one.Service.Equals(service, StringComparison.OrdinalIgnoreCase) && one.Text.Contains($"\"{command}\"", StringComparison.Ordinal));

    /// <summary>Completed answers, by service and command.</summary>
    public ConcurrentDictionary<string, int> Answered { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Task AnsweredAsync(string service, string command, int times = 1) =>
        Eventually.TrueAsync(() => Answered.GetValueOrDefault($"{service}/{command}") >= times, $"{service} answers {command} {times} times");

    /// <summary>When everything that is asked at the beginning of a link was answered.</summary>
    public Task SettledAsync(string service, int times = 1) => AnsweredAsync(service, Storage.ContainsKey(service) ? "Storage.GetStorage" : "Common.Capabilities", times);

    public async Task SayAsync(string service, string text) => await (await LinkAsync(service)).SayAsync(text);

    public async Task DeltaAsync(string service, string payload) =>
        await SayAsync(service, $$"""{"header":{"name":"Common.StatusChangedEvent","type":"event","version":"3.0"},"payload":{{payload}} }""");

    public async Task<WebSocketGuest> LinkAsync(string service)
    {
        await Eventually.TrueAsync(() => _links.ContainsKey(service), $"a link to {service}");
        return _links[service];
    }

    /// <summary>Ends one link as a process that is killed does.</summary>
    public async Task DropAsync(string service)
    {
        var link = await LinkAsync(service);
        _links.TryRemove(service, out _);
        link.Drop();
    }

    /// <summary>Without power.</summary>
    public void Die()
    {
        _door.Dispose();
        foreach (var link in _links.Values)
        {
            link.Drop();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Die();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_serving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var guest = await _door.AcceptAsync();
            Heads.Enqueue(guest.Head);
            _serving.Add(ServeAsync(guest));
        }
    }

    private async Task ServeAsync(WebSocketGuest guest)
    {
        bool isHere = guest.Path.StartsWith(Root, StringComparison.Ordinal);
        string service = isHere ? guest.Path[Root.Length..].Trim('/') : string.Empty;
        if (!isHere || Away.ContainsKey(service))
        {
            await guest.WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            guest.Dispose();
            return;
        }

        await guest.UpgradeAsync();
        _links[service] = guest;
        while (await guest.TakeTextAsync() is { } text)
        {
            Sent.Enqueue((service, text));
            await AnswerAsync(guest, service, JsonNode.Parse(text)!["header"]!.AsObject());
        }

        _links.TryRemove(new KeyValuePair<string, WebSocketGuest>(service, guest));
        guest.Dispose();
    }

    private async Task AnswerAsync(WebSocketGuest guest, string service, JsonObject header)
    {
        string name = header["name"]!.GetValue<string>();
        var (id, version) = (header["requestId"]!.GetValue<int>(), header["version"]!.GetValue<string>());
        await guest.SayAsync($$$"""{"header":{"name":"{{{name}}}","requestId":{{{id}}},"type":"acknowledge","version":"{{{version}}}"}}""");
        if (Mute.ContainsKey($"{service}/{name}"))
        {
            return;
        }

        string refusal = service.Length == 0 ? "internalError" : "unsupportedCommand";
        string code = OnlyVersion is { } only && only != version ? refusal : Codes.GetValueOrDefault($"{service}/{name}", "success");
        string payload = code == "success" ? Payload(service, name) : "{}";
        await guest.SayAsync($$"""{"header":{"name":"{{name}}","requestId":{{id}},"type":"completion","version":"3.0","completionCode":"{{code}}"},"payload":{{payload}} }""");
        Answered.AddOrUpdate($"{service}/{name}", 1, (_, before) => before + 1);
    }

    private string Payload(string service, string name) => name switch
    {
        "ServicePublisher.GetServices" => "{\"vendorName\":\"Acme\",\"services\":[" + string.Join(',', Services.Select(Address)) + "]}",
        "Common.Status" => Status.GetValueOrDefault(service, """{"common":{"device":"online"},"cardReader":{"media":"notPresent"}}"""),
        "Common.Capabilities" => Capabilities(Storage.ContainsKey(service)),
        "Storage.GetStorage" => Storage[service],
        _ => "{}",
    };

    private string Address(string service) => $"{{\"serviceURI\":\"ws://{SelfName}:{Port}{Root}/{service}/\"}}";

    private static string Capabilities(bool hasStorage)
    {
        const string Storage = ",{\"name\":\"Storage\",\"commands\":{\"Storage.GetStorage\":{\"versions\":[\"2.0\",\"1.0\"]}}}";
        return """{"interfaces":[{"name":"CardReader","commands":{"CardReader.Move":{"versions":["2.0"]}}},{"name":"Common","commands":{"Common.Status":{"versions":["3.0","2.0","1.0"]},"Common.Capabilities":{"versions":["2.0","1.0"]}}}"""
            + (hasStorage ? Storage : string.Empty) + "]}";
    }
}
