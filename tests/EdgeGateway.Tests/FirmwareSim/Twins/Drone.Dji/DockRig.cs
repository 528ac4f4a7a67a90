using System.Text;
using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Drone.Dji;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.Drone.Dji;
using EdgeGateway.Tests.Drivers.Drone.Dji;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.Drone.Dji;

/// <summary>The twin of a dock and the driver on one broker in memory.</summary>
internal sealed class DockRig : IDockWire
{
    public static readonly DockProfile Quick = new()
    {
        OsdEvery = TimeSpan.FromMilliseconds(50),
        Rest = TimeSpan.FromMilliseconds(300),
        Climb = TimeSpan.FromMilliseconds(200),
        Patrol = TimeSpan.FromMilliseconds(1_500),
        Return = TimeSpan.FromMilliseconds(200),
        PictureEvery = TimeSpan.FromMilliseconds(100),
        RepeatAfter = TimeSpan.FromMilliseconds(200),
    };

    public static readonly DjiOptions Options = DjiConversation.Usual with { App = new DjiAppOptions("1", new Secret("k"), new Secret("l"), null, 123) };

    private readonly CancellationTokenSource _stop = new();
    private Func<string, ReadOnlyMemory<byte>, ValueTask>? _onMessage;
    private Task _flying = Task.CompletedTask;

    public DockRig(DockProfile profile, DjiOptions? options = null, long count = 5, IAirspace? airspace = null)
    {
        var start = TimeProvider.System.GetUtcNow();
        Talk = new DjiConversation { Options = options ?? Options, Airspace = airspace };
        Trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, start);
        Twin = new DockTwin(new DockPlan("cam-1", profile, start, start + TimeSpan.FromMinutes(2), count, Ledger), this, Trouble, TimeProvider.System);
    }

    public DjiConversation Talk { get; }

    public DockTwin Twin { get; }

    public DeviceTrouble Trouble { get; }

    public ListLedger Ledger { get; } = new();

    public Task Flying => _flying;

    public bool IsUp { get; private set; }

    public IEnumerable<DroneStateBody> States => Talk.Told<DroneStateBody>();

    public async Task<DockRig> StartAsync()
    {
        await Talk.StartAsync();
        Talk.Brokers.OnPublished = (topic, message) => _ = HearAsync(topic, message.ToJsonString());
        _flying = Twin.RunAsync(_stop.Token);
        return this;
    }

    public Task ConnectAsync(IReadOnlyList<string> filters, Func<string, ReadOnlyMemory<byte>, ValueTask> onMessage, CancellationToken ct)
    {
        (_onMessage, IsUp) = (onMessage, true);
        return Task.CompletedTask;
    }

    public Task PublishAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken ct) =>
        IsUp ? Talk.Brokers.SendAsync(topic, Encoding.UTF8.GetString(payload.Span)) : throw new IOException("the link ended");

    public ValueTask DropAsync()
    {
        IsUp = false;
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _flying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Talk.DisposeAsync();
    }

    private async Task HearAsync(string topic, string text)
    {
        await Task.Yield();
        if (IsUp)
        {
            await _onMessage!(topic, Encoding.UTF8.GetBytes(text));
        }
    }
}
