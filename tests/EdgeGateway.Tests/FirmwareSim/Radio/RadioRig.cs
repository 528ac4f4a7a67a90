using System.Net;
using System.Net.Sockets;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Ports;
using EdgeGateway.Sim.Radio;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.PdtRadio.Hytera;
using EdgeGateway.Sim.Twins.PdtRadio.HyteraRepeater;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Radio;

/// <summary>A twin that runs, its ledger, and what a test may do to it.</summary>
internal sealed class RadioRig : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    private RadioRig(RadioProfile profile, Func<RadioPlan, RadioTwin> twin, RadioAir? air = null, string device = "radio-1", int count = 10_000)
    {
        DateTimeOffset start = TimeProvider.System.GetUtcNow();
        Trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, start);
        Twin = twin(new RadioPlan(device, profile, 7, start, start + TimeSpan.FromHours(1), count) { Ledger = Ledger, Time = TimeProvider.System, Trouble = Trouble, Air = air ?? new RadioAir() });
        _running = Twin.RunAsync(_stop.Token);
    }

    public RadioTwin Twin { get; }

    public DeviceTrouble Trouble { get; }

    public ListLedger Ledger { get; } = new();

    public IEnumerable<TruthLine> Told => Ledger.Lines.Where(line => line.IsAcknowledged);

    /// <summary>One port of a repeater, everything going through it.</summary>
    public static (RadioRig Rig, IPEndPoint At) Repeater(RadioProfile profile, RadioAir? air = null, string device = "radio-1", int count = 10_000)
    {
        HstrpLink? link = null;
        var rig = new RadioRig(
            profile,
            plan =>
            {
                var luck = new RadioLuck(plan.Seed, plan.Device);
                link = new HstrpLink(new IPEndPoint(IPAddress.Loopback, 0), 1, plan, luck);
                return new RadioTwin(plan with { Slots = true }, luck, [new RadioDoor(link, null, null)]);
            },
            air, device, count);
        return (rig, link!.EndPoint);
    }

    /// <summary>A mobile behind a serial server.</summary>
    public static async Task<(RadioRig Rig, Stream Line)> MobileAsync(RadioProfile profile, int count = 10_000)
    {
        var port = new TcpBytePort(new IPEndPoint(IPAddress.Loopback, 0));
        var rig = new RadioRig(profile, plan => HyteraRadioTwin.Of(plan, port), count: count);
        return (rig, await DialAsync(port.EndPoint));
    }

    public static (RadioRig Rig, string Port) Serial(RadioProfile profile)
    {
        string name = Path.Combine(Path.GetTempPath(), "radio-" + Path.GetRandomFileName());
        DeviceTrouble? trouble = null;
        var rig = new RadioRig(profile, plan =>
        {
            trouble = plan.Trouble;
            return HyteraRadioTwin.Of(plan, new PtyBytePort(name, () => trouble.DownUntil(plan.Time.GetUtcNow()) > plan.Time.GetUtcNow(), plan.Time));
        });
        return (rig, name);
    }

    public static async Task<Stream> DialAsync(IPEndPoint at)
    {
        var client = new TcpClient();
        await client.ConnectAsync(at);
        return client.GetStream();
    }

    public async Task EndAsync()
    {
        await _stop.CancelAsync();
        await _running;
    }

    /// <summary>Its plan is done.</summary>
    public Task DoneAsync() => _running.WaitAsync(TimeSpan.FromSeconds(30));

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await Twin.DisposeAsync();
        _stop.Dispose();
    }
}
