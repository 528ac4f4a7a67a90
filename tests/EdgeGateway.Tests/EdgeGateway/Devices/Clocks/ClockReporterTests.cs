using System.Text.Json;
using EdgeGateway.Devices;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Pipeline;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Telemetry;
using EdgeGateway.Telemetry.Clock;
using EdgeGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Devices.Clocks;

/// <summary>From what a driver says of its device's clock to the alarm of the platform.</summary>
public sealed class ClockReporterTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly HealthBoard _board = new();
    private readonly InMemoryReadingStore _store = new();
    private readonly CancellationTokenSource _stop = new();
    private IDeviceWatch? _watch;
    private Task _running = Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(TimeSpan.FromSeconds(60));
        _stop.Dispose();
    }

    [Fact]
    public async Task Clock_WrongAndThenRight_IsTwoAlarmsAndShownInTheState()
    {
        await StartAsync();
        _watch!.Clock(TimeSpan.FromSeconds(-7.4), TimeSpan.FromMilliseconds(520));
        await Eventually.TrueAsync(() => Pass() && Alarms().Count == 1, "the alarm");
        var begins = Alarms()[0];
        Assert.Equal(("device.status", "cam-1", "clock", "begins"), (Type(begins), begins.GetProperty("subject").GetString(), Data(begins, "what"), Data(begins, "state")));
        Assert.Equal((-7400, 520, 1000), (Number(begins, "offsetMs"), Number(begins, "uncertaintyMs"), Number(begins, "limitMs")));
        Assert.Contains("7.4 s behind", Data(begins, "advice"), StringComparison.Ordinal);
        Assert.Contains("慢 7.4 秒", Data(begins, "adviceZh"), StringComparison.Ordinal);
        Assert.Matches("^2026-11-22T03:3[0-9]:", Data(begins, "since"));
        Assert.Equal(-7400, _board.All().Single().ClockOffsetMs);

        _watch.Clock(TimeSpan.FromMilliseconds(12), TimeSpan.FromMilliseconds(520));
        await Eventually.TrueAsync(() => Pass() && Alarms().Count == 2, "the end of the alarm");
        Assert.Equal(("ends", 12), (Data(Alarms()[1], "state"), Number(Alarms()[1], "offsetMs")));
        Assert.False(Alarms()[1].GetProperty("data").TryGetProperty("advice", out _));
    }

    [Fact]
    public async Task Clock_DiskRefuses_IsToldLater()
    {
        await StartAsync();
        _store.Refusal = new StoreRefusedException("full");
        _watch!.Clock(TimeSpan.FromSeconds(3), TimeSpan.Zero);
        for (int i = 0; i < 200; i++)
        {
            Pass();
        }

        Assert.Empty(Alarms());
        _store.Refusal = null;
        await Eventually.TrueAsync(() => Pass() && Alarms().Count == 1, "the alarm");
    }

    [Fact]
    public async Task Clock_TheGatewaysOwnWasSet_AccusesNobody()
    {
        await StartAsync();
        _watch!.Clock(TimeSpan.FromHours(1), TimeSpan.Zero);
        await Eventually.TrueAsync(() => _time.Timers >= 2, "the reporters wait");
        _time.JumpWallClock(TimeSpan.FromHours(1));
        await Eventually.TrueAsync(() => Pass() && _board.All().Single().ClockOffsetMs is null, "what was measured is forgotten");
        Assert.Empty(Alarms());
    }

    private bool Pass()
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        return true;
    }

    private async Task StartAsync()
    {
        var descriptor = DriverDescriptor.For("scripted", "Scripted", [], _ => new object(), (context, _) =>
        {
            _watch = context.Watch;
            return new ScriptedDriver { Run = (_, ct) => Task.Delay(Timeout.Infinite, ct) };
        });
        var plan = new DevicePlan(new DeviceFacts("cam-1", null), descriptor, new object(), TimeSpan.FromHours(8));
        var intake = new Intake(new Normaliser(new NoJudge()), new ReadingEnvelope("site", "gw"), _store);
        var supervisor = new DeviceSupervisor(
            [plan], intake, new DeviceTransports(null!, null!), _board, new DeviceLimits(), _time, new Random(1), NullLoggerFactory.Instance);
        _running = supervisor.RunAsync(_stop.Token);
        await Eventually.TrueAsync(() => _watch is not null, "the driver");
    }

    private List<JsonElement> Alarms() => [.. _store.Read(Lane.Alarm, 0, 100).Select(reading => JsonDocument.Parse(reading.Payload).RootElement)];

    private static string Type(JsonElement reading) => reading.GetProperty("type").GetString()!["edge.".Length..^".v1".Length];

    private static string? Data(JsonElement reading, string name) => reading.GetProperty("data").GetProperty(name).GetString();

    private static int Number(JsonElement reading, string name) => reading.GetProperty("data").GetProperty(name).GetInt32();

    private sealed class NoJudge : IClockJudge
    {
        public ClockVerdict Now() => new(ClockQuality.Free, null);
    }
}
