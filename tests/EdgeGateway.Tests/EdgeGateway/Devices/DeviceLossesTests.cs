using EdgeGateway.Devices;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Pipeline;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Telemetry;
using EdgeGateway.Telemetry.Clock;
using EdgeGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Devices;

/// <summary>What a device told once and the store refused is reported when the store takes readings again.</summary>
public sealed class DeviceLossesTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryReadingStore _store = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private int _emitted;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(TimeSpan.FromSeconds(60));
        _stop.Dispose();
    }

    [Fact]
    public async Task Refused_ByAStreamThatDoesNotRepeat_IsReportedOnceWhenThereIsRoom()
    {
        _store.Refusal = new StoreRefusedException("full");
        Start(tellsLoss: true, Lane.Alarm);
        await Eventually.TrueAsync(() => Volatile.Read(ref _emitted) == 3, "three refused readings");
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Empty(_store.Losses);

        _store.Refusal = null;
        await Eventually.TrueAsync(() => Pass() && _store.Losses.Count > 0, "the report");
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(("stream-1", Lane.Alarm, 3, GapCauses.Refused), Assert.Single(_store.Losses) is var loss ? (loss.Device, loss.Lane, loss.Count, loss.Cause) : default);
    }

    [Fact]
    public async Task Refused_ByADeviceThatRepeats_IsNoLoss()
    {
        _store.Refusal = new StoreRefusedException("full");
        Start(tellsLoss: false, Lane.Event);
        await Eventually.TrueAsync(() => Volatile.Read(ref _emitted) == 3, "three refused readings");
        _store.Refusal = null;

        await _stop.CancelAsync();
        await _running.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Empty(_store.Losses);
    }

    [Fact]
    public async Task Stop_WithOpenLosses_ReportsThemBeforeItEnds()
    {
        _store.Refusal = new StoreRefusedException("full");
        Start(tellsLoss: true, Lane.Event);
        await Eventually.TrueAsync(() => Volatile.Read(ref _emitted) == 3, "three refused readings");
        _store.Refusal = null;

        await _stop.CancelAsync();
        await _running.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(3, _store.Losses.Sum(static loss => loss.Count));
    }

    private bool Pass()
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        return true;
    }

    private void Start(bool tellsLoss, Lane lane)
    {
        var descriptor = DriverDescriptor.For("scripted", "Scripted", [], _ => new object(), (context, _) => new ScriptedDriver
        {
            Run = (sink, ct) => RunAsync(sink, context, tellsLoss, lane, ct),
        });
        var plan = new DevicePlan(new DeviceFacts("stream-1", null), descriptor, new object(), TimeSpan.FromHours(8));
        var intake = new Intake(new Normaliser(new NoJudge()), new ReadingEnvelope("site", "gw"), _store);
        var supervisor = new DeviceSupervisor(
            [plan], intake, new DeviceTransports(null!, null!), new HealthBoard(), new DeviceLimits(), _time, new Random(1), NullLoggerFactory.Instance);
        _running = supervisor.RunAsync(_stop.Token);
    }

    private async Task RunAsync(IReadingSink sink, DriverContext context, bool tellsLoss, Lane lane, CancellationToken ct)
    {
        for (int i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<StoreRefusedException>(async () => await sink.EmitAsync(Plate(context, lane), ct));
            if (tellsLoss)
            {
                context.Watch.Fault(FaultKind.Busy, WatchReasons.NotStored);
            }

            Interlocked.Increment(ref _emitted);
        }

        await Task.Delay(Timeout.Infinite, ct);
    }

    private static Reading Plate(DriverContext context, Lane lane) => new()
    {
        Device = context.Device,
        Driver = "scripted",
        Lane = lane,
        Time = context.Time.GetUtcNow(),
        TimeFrom = TimeOrigin.Gateway,
        Received = context.Time.GetUtcNow(),
        Body = new GapBody { Device = context.Device, Epoch = "00000000", FromSeq = 1, ToSeq = 1, Count = 1, Cause = GapCauses.Damage },
    };

    private sealed class NoJudge : IClockJudge
    {
        public ClockVerdict Now() => new(ClockQuality.Free, null);
    }
}
