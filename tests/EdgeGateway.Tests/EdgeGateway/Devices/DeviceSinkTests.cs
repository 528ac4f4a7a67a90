using EdgeGateway.Devices;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Pipeline;
using EdgeGateway.Pipeline.HotList;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Telemetry;
using EdgeGateway.Telemetry.Clock;
using EdgeGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Devices;

public sealed class DeviceSinkTests
{
    private static readonly DevicePlan s_plan = new(
        new DeviceFacts("dev-1", null), DriverDescriptor.For("scripted", "Scripted", [], _ => new object(), (_, _) => new ScriptedDriver()), new object(), TimeSpan.FromHours(8));

    private readonly InMemoryReadingStore _store = new();
    private readonly Gate _gate = new();
    private readonly DeviceSink _sink;

    public DeviceSinkTests()
    {
        var board = new HealthBoard();
        var watch = new DeviceWatch(s_plan, new DeviceLimits(), new FakeTimeProvider(), board, NullLogger.Instance);
        _sink = new DeviceSink(s_plan, new Intake(new Normaliser(new NoJudge()), new ReadingEnvelope("site", "gw"), _store, watch: _gate), watch);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task IsHeld_WhileAReadingWaits_AndNoLongerWhenItIsTakenOrRefused(bool refused)
    {
        _store.Refusal = refused ? new StoreRefusedException("full") : null;
        Assert.Equal((false, 0), (_sink.IsHeld, _sink.Ended));

        var waiting = _sink.EmitAsync(Gap(), default).AsTask();
        Assert.Equal((true, 0), (_sink.IsHeld, _sink.Ended));
        _gate.Open.SetResult();
        await ((Task)waiting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

        Assert.Equal((refused, false, 1), (waiting.IsFaulted, _sink.IsHeld, _sink.Ended));
    }

    private static Reading Gap() => new()
    {
        Device = "dev-1",
        Driver = "scripted",
        Lane = Lane.Event,
        Time = default,
        TimeFrom = TimeOrigin.Gateway,
        Received = default,
        Body = new GapBody { Device = "dev-1", Epoch = "00000000", FromSeq = 1, ToSeq = 1, Count = 1, Cause = GapCauses.Damage },
    };

    private sealed class Gate : IPlateWatch
    {
        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Ready => Open.Task;

        public IReadOnlyList<PlateHit> Look(Reading reading) => [];
    }

    private sealed class NoJudge : IClockJudge
    {
        public ClockVerdict Now() => new(ClockQuality.Free, null);
    }
}
