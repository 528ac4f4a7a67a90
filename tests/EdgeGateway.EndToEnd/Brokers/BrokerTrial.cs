using System.Globalization;
using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.EndToEnd.Support.Brokers;

namespace EdgeGateway.EndToEnd.Brokers;

/// <summary>
/// One site against a set of brokers that other tests use too: names of its own for topics, gateway and platform, so that
/// nothing an earlier test left in a session can be counted here.
/// </summary>
public sealed class BrokerTrial : IAsyncDisposable
{
    private const int Cameras = 4;
    private const double Rate = 10;

    private readonly string _name = $"t{Guid.NewGuid().ToString("N")[..8]}";
    private readonly BrokerSet _brokers;
    private readonly TestSite _site;
    private readonly List<ChildProcess> _watches = [];

    /// <param name="brokers">Started.</param>
    /// <param name="addresses">What the gateway is given, in this order.</param>
    public BrokerTrial(BrokerSet brokers, IEnumerable<BrokerAddress> addresses)
    {
        _brokers = brokers;
        _site = new TestSite(brokers.Addresses[0].Port, Cameras, SmallPictures, Rate);
        File.WriteAllText(_site.Received, string.Empty);
        Configure(addresses);
    }

    public ChildProcess? Gateway { get; private set; }

    public int Told => _site.TruthLines;

    /// <summary>Everything that was said, for the message of a failed test.</summary>
    public string Output => $"{Gateway?.Output}\n{string.Join('\n', _watches.Select(watch => watch.Output))}\n{_brokers.Output}";

    /// <summary>The platform first, because 3.1.1 brokers acknowledge what nobody has subscribed to; then the gateway; then the cameras, until they are stopped.</summary>
    public async Task<ChildProcess> StartAsync(params IEnumerable<BrokerAddress> platform)
    {
        await StartPlatformAsync(platform);
        Gateway = _site.StartGateway();
        await Wait.UntilAsync(_site.InboxAnswers, TimeSpan.FromSeconds(20), () => Gateway.Output);

        // Until a platform that names files was seen, pictures are forgotten at the PUBACK, and a broker that dies keeps none.
        await Wait.UntilAsync(() => Gateway.Output.Contains("names the files", StringComparison.Ordinal), TimeSpan.FromSeconds(30), () => Output);
        var cameras = _site.StartCameras(seconds: 3600);
        await Wait.UntilAsync(() => Told > 20, TimeSpan.FromSeconds(20), () => cameras.Output);
        return cameras;
    }

    public async Task StartPlatformAsync(params IEnumerable<BrokerAddress> platform)
    {
        foreach (var (address, number) in platform.Select((address, number) => (address, number)))
        {
            var watch = ChildProcess.Start(Binaries.Simulator, [
                "watch", "--broker", address.Uri, "--mqtt", Text(_brokers.Version), "--client-id", $"{_name}-{number}", "--name", $"watch-{number}", "--root", Root,
                "--out", FileOf(number), "--quiet"]);
            _watches.Add(watch);
            await Wait.UntilAsync(() => watch.Lines.Contains("connected"), TimeSpan.FromSeconds(30), () => watch.Output);
        }
    }

    /// <summary>An orderly end; the broker keeps the sessions and what comes for them.</summary>
    public async Task StopPlatformAsync()
    {
        foreach (var watch in _watches)
        {
            await watch.StopAsync(TimeSpan.FromSeconds(20));
        }
    }

    /// <summary>Cameras told this many more readings, all answered with 200.</summary>
    public Task MoreAsync(int readings)
    {
        int goal = Told + readings;
        return Wait.UntilAsync(() => Told >= goal, TimeSpan.FromSeconds(60), () => $"only {Told} of {goal} were accepted\n{Output}");
    }

    public Task<(int Code, string Line, string All)> VerifyAsync(TimeSpan limit, params IEnumerable<string> more) =>
        _site.VerifyUntilDeliveredAsync(limit, ["--root", Root, .. more, .. Enumerable.Range(1, 2).Select(FileOf).Where(File.Exists).SelectMany(file => new[] { "--received", file })]);

    public async ValueTask DisposeAsync()
    {
        foreach (var watch in _watches)
        {
            await watch.DisposeAsync();
        }

        await _site.DisposeAsync();
    }

    private string Root => $"{_name}/v1";

    private string FileOf(int number) => number == 0 ? _site.Received : Path.Combine(_site.Folder, $"received-{number}.jsonl");

    private void Configure(IEnumerable<BrokerAddress> addresses)
    {
        var gateway = JsonNode.Parse(File.ReadAllText(_site.Configuration))!;
        gateway["gateway"]!["id"] = _name;
        gateway["uplink"]!["root"] = Root;
        gateway["uplink"]!["confirm"] = "platform";
        gateway["uplink"]!["receiptPatience"] = "8s";
        gateway["uplink"]!["brokers"] = new JsonArray([.. addresses.Select(Broker)]);
        File.WriteAllText(_site.Configuration, gateway.ToJsonString());
    }

    private JsonObject Broker(BrokerAddress address)
    {
        var broker = new JsonObject { ["host"] = "127.0.0.1", ["port"] = address.Port };
        if (address is { User: { } user, Password: { } password })
        {
            File.WriteAllText(Path.Combine(_site.Folder, "broker-password"), password);
            broker["user"] = user;
            broker["password"] = new JsonObject { ["file"] = "broker-password" };
        }

        return broker;
    }

    private static void SmallPictures(JsonObject profile) =>
        profile["pictures"] = new JsonObject { ["count"] = 1, ["sceneBytes"] = new JsonArray(5_000, 20_000) };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
