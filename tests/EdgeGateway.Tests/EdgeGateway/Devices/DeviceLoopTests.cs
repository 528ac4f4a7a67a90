using EdgeGateway.Devices;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Pipeline;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Telemetry;
using EdgeGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Devices;

public sealed class DeviceLoopTests : IAsyncDisposable
{
    private static readonly DeviceLimits s_limits = new();

    private readonly FakeTimeProvider _time = new();
    private readonly HealthBoard _board = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<ScriptedDriver> _made = [];
    private Task _running = Task.CompletedTask;

    [Fact]
    public async Task Run_ConnectFails_TriesAgainAfterTheBackoffAndDisposesEachDriver()
    {
        Start(() => new ScriptedDriver { Connect = _ => throw new DeviceFaultException(FaultKind.Unreachable, "nobody there") });
        await Eventually.TrueAsync(() => _time.Timers == 1, "the first wait");
        Assert.Equal(DeviceWord.Offline, Health.Word);
        Assert.True(_made[0].Disposed);
        await Eventually.TrueAsync(
            () =>
            {
                // The limit of the first try may still be armed instead of the wait behind it.
                _time.Advance(s_limits.BackoffMost);
                return _made.Count >= 2;
            },
            "the second try");
    }

    [Fact]
    public async Task Run_ConnectHangs_IsEndedByTheLimitAndCalledUnreachable()
    {
        Start(() => new ScriptedDriver { Connect = ct => Task.Delay(Timeout.Infinite, ct) });
        await Eventually.TrueAsync(() => _time.Timers == 1, "the limit of the connect");
        _time.Advance(s_limits.Connect);
        await Eventually.TrueAsync(() => Health.Word == DeviceWord.Offline, "offline");
        Assert.Contains("No answer", Health.Why);
    }

    [Fact]
    public async Task Run_CredentialsRefused_SaysRefused()
    {
        Start(() => new ScriptedDriver { Connect = _ => throw new DeviceFaultException(FaultKind.Refused, "wrong password") });
        await Eventually.TrueAsync(() => Health.Word == DeviceWord.Refused, "refused");
    }

    [Fact]
    public async Task Run_Misconfigured_IsNotTriedAgain()
    {
        Start(() => new ScriptedDriver { Connect = _ => throw new DeviceFaultException(FaultKind.Misconfigured, "no such channel") });
        await _running.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Single(_made);
        Assert.Equal(DeviceWord.Misconfigured, Health.Word);
    }

    [Fact]
    public async Task Run_DriverThrowsAnythingElse_CostsOneConversationAndIsCounted()
    {
        Start(() => new ScriptedDriver { Run = (_, _) => throw new InvalidOperationException("bug") });
        await Eventually.TrueAsync(() => _time.Timers == 1, "the wait after the bug");
        Assert.Equal(1, Health.Faults[DeviceHealth.FaultKey(FaultKind.Garbled, "driver-failed")]);
        _time.Advance(s_limits.BackoffMost);
        await Eventually.TrueAsync(() => _made.Count == 2, "the next conversation");
    }

    [Fact]
    public async Task Run_FailsAgainAndAgain_EndsInQuarantineAndIsStillTried()
    {
        Start(() => new ScriptedDriver { Connect = _ => throw new DeviceFaultException(FaultKind.Garbled, "not HTTP") });
        for (int i = 1; i <= s_limits.QuarantineAfter + 1; i++)
        {
            int tries = i;
            await Eventually.TrueAsync(() => _made.Count >= tries && _time.Timers == 1, $"try {tries}");
            _time.Advance(s_limits.QuarantineMost);
        }

        await Eventually.TrueAsync(() => Health.Word == DeviceWord.Quarantined, "quarantine");
    }

    [Fact]
    public async Task Run_Stop_EndsTheConversationAndDisposesTheDriver()
    {
        Start(() => new ScriptedDriver());
        await Eventually.TrueAsync(() => _made.Count == 1, "the conversation");
        await _stop.CancelAsync();
        await _running.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(_made[0].Disposed);
    }

    [Fact]
    public async Task Now_NotHeardWithinTheLimit_IsUnknownAndNotFine()
    {
        var watch = default(IDeviceWatch);
        Start(() => new ScriptedDriver(), context => watch = context.Watch);
        await Eventually.TrueAsync(() => watch is not null, "the driver");
        watch!.Heard();
        Assert.Equal(DeviceWord.Online, Health.Word);
        _time.Advance(s_limits.Silence + TimeSpan.FromSeconds(1));
        Assert.Equal(DeviceWord.Unknown, Health.Word);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(TimeSpan.FromSeconds(60));
        _stop.Dispose();
    }

    private DeviceHealth Health => _board.All().Single();

    private void Start(Func<ScriptedDriver> make, Action<DriverContext>? see = null)
    {
        var descriptor = DriverDescriptor.For(
            "scripted", "Scripted", [], _ => new object(), (context, _) =>
            {
                see?.Invoke(context);
                var driver = make();
                _made.Add(driver);
                return driver;
            });
        var plan = new DevicePlan(new DeviceFacts("dev-1", null), descriptor, new object(), TimeSpan.FromHours(8));
        var watch = new DeviceWatch(plan, s_limits, _time, _board, NullLogger.Instance);
        _board.Register(plan.Id, watch.Now);
        var context = new DriverContext
        {
            Device = plan.Id, Time = _time, Log = NullLogger.Instance, Watch = watch, Transports = new DeviceTransports(null!, null!),
        };
        _running = new DeviceLoop(plan, context, new NoSink(), watch, s_limits, new Random(1)).RunAsync(_stop.Token);
    }

    private sealed class NoSink : IReadingSink
    {
        public ValueTask<Emitted> EmitAsync(Reading reading, CancellationToken ct) => throw new NotSupportedException();
    }
}
