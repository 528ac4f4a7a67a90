using System.Collections.Concurrent;
using System.Net;
using EdgeGateway.Sim.Kiosks;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.Kiosk.Xfs4Iot;

/// <summary>A kiosk that runs, on a port of its own.</summary>
internal sealed class RunningKiosk : IAsyncDisposable
{
    /// <summary>Nobody comes.</summary>
    public static readonly XfsKioskProfile Quiet = new() { SlowEvery = 0, BusyEvery = 0, RefuseEvery = 0, Restart = TimeSpan.Zero };

    private readonly CancellationTokenSource _stop = new();
    private readonly XfsKioskTwin _twin;

    public RunningKiosk(XfsKioskProfile profile, long customers = 0)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        Trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, now);
        var plan = new KioskPlan("kiosk-01", "kiosk-01", profile.Day, 7, now + (customers == 0 ? TimeSpan.FromHours(1) : TimeSpan.Zero), DateTimeOffset.MaxValue, Math.Max(1, customers));
        _twin = new XfsKioskTwin(plan, new IPEndPoint(IPAddress.Loopback, 0), profile, Trouble, Ledger, Seeds, TimeProvider.System);
        Living = _twin.RunAsync(_stop.Token);
    }

    public ListLedger Ledger { get; } = new();

    public SeedList Seeds { get; } = new();

    public DeviceTrouble Trouble { get; }

    public Task Living { get; }

    public int Port => _twin.EndPoint.Port;

    public int Links => _twin.Links;

    public string Host => $"127.0.0.1:{Port}";

    /// <summary>What it says a gateway must never have done.</summary>
    public IReadOnlyList<string> Breaches => [.. Ledger.Lines.Where(line => line.Kind == "kiosk.breach").Select(line => line.Facts!["what"])];

    public IReadOnlyList<string> Commands => [.. Ledger.Lines.Where(line => line.Kind == "kiosk.heard").Select(line => line.Facts!["name"])];

    public Task<XfsProbe> PublisherAsync() => XfsProbe.DialAsync(Port, "/xfs4iot/v1.0");

    public Task<XfsProbe> ServiceAsync(string name) => XfsProbe.DialAsync(Port, $"/xfs4iot/v1.0/{name}/");

    /// <summary>May be called twice.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Living;
        await _twin.DisposeAsync();
    }
}

internal sealed class SeedList : ISeedList
{
    public ConcurrentQueue<string> Words { get; } = new();

    public void Note(IReadOnlyList<string> words)
    {
        foreach (string word in words)
        {
            Words.Enqueue(word);
        }
    }
}
