using System.Diagnostics;
using System.Globalization;
using EdgeGateway.Benchmarks.Gateway;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.Benchmarks.Peers;

/// <summary>
/// What programs that bring readings to a broker do while the broker is away, side by side: what they tell the sender is
/// safe, and what of it arrives; once left alone and once killed with SIGKILL before the broker returns.
/// </summary>
internal sealed class PeerBench(string packages)
{
    private const int Readings = 5_000;
    private const int Proof = 50;

    /// <summary>Longer than the longest wait between two tries that a peer has by default (mosquitto's bridge: 30 s).</summary>
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(38);

    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(5);

    /// <summary>No peer is begun after this; the longest takes some 100 s on a busy machine.</summary>
    private static readonly TimeSpan s_all = TimeSpan.FromSeconds(250);

    /// <summary>Keeps the platform's session while it is down, and drops nothing of its own.</summary>
    private static readonly MosquittoOptions s_upstream = MosquittoOptions.ForLedger with { Persistence = true };

    public static async Task<int> PrintAsync(string packages, TextWriter output)
    {
        var bench = new PeerBench(packages);
        var watch = Stopwatch.StartNew();
        await output.WriteLineAsync("| forwarder | told safe means | delivered of told safe, broker away | drain | memory, backlog waiting | the same, killed with -9 meanwhile |");
        await output.WriteLineAsync("|---|---|---|---|---|---|");
        foreach (var make in bench.Peers())
        {
            await output.WriteLineAsync(watch.Elapsed < s_all ? await bench.RowAsync(make) : "| not measured: out of time | | | | | |");
        }

        return 0;
    }

    private IReadOnlyList<Func<int, IForwarder>> Peers() =>
    [
        port => new GatewayForwarder(port),
        port => new BridgeForwarder(port, tuned: false),
        port => new BridgeForwarder(port, tuned: true),
        port => new NodeRedForwarder(port, packages),
        port => new MqttJsForwarder(port, packages),
    ];

    private async Task<string> RowAsync(Func<int, IForwarder> make)
    {
        var (_, away) = await CaseAsync(make, kill: false);
        var (peer, killed) = await CaseAsync(make, kill: true);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {peer.Name} | {peer.Promise} | {away.Delivered:N0} of {away.Told:N0} | {away.Rate:N0}/s | {away.Megabytes:0} MB | {killed.Delivered:N0} of {killed.Told:N0} |");
    }

    private static async Task<(IForwarder Peer, PeerResult Result)> CaseAsync(Func<int, IForwarder> make, bool kill)
    {
        await using var upstream = await MosquittoBroker.StartAsync(s_upstream);
        await using var peer = make(upstream.Port);
        await peer.StartAsync();
        var known = await ProveAsync(peer, upstream.Port);
        await upstream.StopAsync();
        int told = await peer.TellAsync(Readings);
        double memory = ProcessMemory.Megabytes(peer.ProcessId, "VmRSS");
        if (kill)
        {
            await peer.KillAsync();
        }

        await upstream.StartAgainAsync();
        using var platform = new PlatformSubscriber(upstream.Port, known);
        if (kill)
        {
            await peer.StartAsync();
        }

        await UntilAllOrQuietAsync(platform, told);
        return (peer, new PeerResult(told, platform.Count, platform.Rate, memory));
    }

    /// <summary>A few readings with everything in order: what does not work at all must not look like loss.</summary>
    private static async Task<IReadOnlyList<string>> ProveAsync(IForwarder peer, int port)
    {
        using var platform = new PlatformSubscriber(port, []);
        var watch = Stopwatch.StartNew();
        int told = 0;
        while (platform.Count < Proof && watch.Elapsed < s_first)
        {
            told += await peer.TellAsync(Proof);
            await Task.Delay(500);
        }

        await UntilAllOrQuietAsync(platform, told);
        return platform.Count >= Proof
            ? platform.Seen
            : throw new InvalidOperationException($"{peer.Name} brought {platform.Count} of {told} readings with the broker there");
    }

    private static async Task UntilAllOrQuietAsync(PlatformSubscriber platform, int told)
    {
        var sinceChange = Stopwatch.StartNew();
        int seen = 0;
        while (seen < told && sinceChange.Elapsed < (seen == 0 ? s_first : s_quiet))
        {
            await Task.Delay(100);
            if (platform.Count is var now && now != seen)
            {
                seen = now;
                sinceChange.Restart();
            }
        }
    }
}
