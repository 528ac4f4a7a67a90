using System.Collections.Concurrent;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PatrolRobot.Vda5050;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Protocol.Vda5050;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Platform;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.PatrolRobot.Vda5050;
using EdgeGateway.Sim.Verification;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Mqtt;
using EdgeGateway.Uplink.Site;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.FirmwareSim.Twins.PatrolRobot.Vda5050;

/// <summary>The twin against the driver, through a broker on the loopback: what its ledger says is what arrives.</summary>
public sealed class PatrolRobotTwinTests : IAsyncLifetime
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly PlatformEndpoint _broker = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeSink _sink = new();
    private FakeHost _host = new(null!);
    private readonly TruthList _truth = new();
    private readonly DeviceTrouble _trouble = new(TimeSpan.Zero, TimeSpan.Zero, DateTimeOffset.UtcNow);
    private Vda5050Driver? _driver;
    private Task _listening = Task.CompletedTask;
    private Task _living = Task.CompletedTask;

    private IEnumerable<RobotStateBody> States => _sink.Entered.Select(reading => reading.Body).OfType<RobotStateBody>();

    public Task InitializeAsync() => _broker.StartAsync();

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _living.WaitAsync(s_limit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // The driver listens until its link ends, so that it hears all that the twin had to say.
        await (_driver?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _listening.WaitAsync(s_limit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _broker.DisposeAsync();
    }

    [Theory]
    [InlineData("2.1.0")]
    [InlineData("3.0.0")]
    public async Task Patrol_WithEveryTrouble_ArrivesAsItWasTold(string version)
    {
        await StartAsync(new RobotProfile
        {
            Version = version, Width = 2, Height = 1, Speed = 5, Dwell = TimeSpan.FromMilliseconds(100), StateEvery = TimeSpan.FromMilliseconds(100), VisualizationEvery = TimeSpan.FromMilliseconds(50),
            ErrorEvery = TimeSpan.FromMilliseconds(700), WarningEvery = TimeSpan.FromMilliseconds(500), StopEvery = TimeSpan.FromMilliseconds(900), TroubleFor = TimeSpan.FromMilliseconds(200),
            RestartEvery = TimeSpan.FromMilliseconds(1_200),
        });

        await Eventually.TrueAsync(() => States.Any(state => state.Connection?.StartsWith("CONNECTION", StringComparison.Ordinal) == true), "its will is heard");
        _trouble.Garbage(2);
        await Eventually.TrueAsync(() => _host.Faults.Any(fault => fault.Reason == "not-json"), "garbage is counted");
        string[] kinds = ["robot.state", "drone.alarm", "drone.message"];
        await Eventually.TrueAsync(() => kinds.All(kind => _truth.Lines.Count(line => line.Kind == kind) >= 4), "enough was told");
        await _stop.CancelAsync();
        await _living.WaitAsync(s_limit);

        var told = _truth.Lines.ToArray();
        Assert.Contains(_host.Faults, fault => fault.Reason == "counter-restarted");
        Assert.Equal(_sink.Entered.Count, _sink.Entered.Select(reading => reading.RepeatKey).Distinct().Count());

        // What was told in the moment of the stop may not have been heard.
        foreach (var line in told[..^8])
        {
            var reading = _sink.Entered.FirstOrDefault(one => one.Body.Kind == line.Kind && one.Body.Source?.NativeId == line.NativeId);
            Assert.True(reading is not null, $"{line.Kind} {line.NativeId} is missing");
            Assert.Null(FactCheck.Difference(line.Facts!, JsonSerializer.SerializeToElement(reading.Body, reading.Body.GetType(), BodyJson.Default)));
        }
    }

    [Theory]
    [InlineData(RobotObedience.Obeys, CommandState.Done, null)]
    [InlineData(RobotObedience.Fails, CommandState.Failed, "action-failed")]
    [InlineData(RobotObedience.Rejects, CommandState.Failed, "refused-by-robot")]
    [InlineData(RobotObedience.ObeysSilently, CommandState.Done, "seen")]
    [InlineData(RobotObedience.Ignores, CommandState.Unknown, "not-confirmed")]
    public async Task Hold_RobotOfEveryMind_IsWhatBecameOfIt(RobotObedience obedience, CommandState state, string? reason)
    {
        var time = new FakeTimeProvider();
        await StartAsync(new RobotProfile { Obedience = obedience, StateEvery = TimeSpan.FromMilliseconds(100) }, time);
        await Eventually.TrueAsync(() => time.Timers > 0 && States.Any(one => one.Driving == true), "it drives");
        int timers = time.Timers;

        var order = _driver!.ExecuteAsync(new DeviceCommand("c-1", "drone.hold", JsonDocument.Parse("{}").RootElement, DateTimeOffset.MaxValue), default).AsTask();
        if (obedience is RobotObedience.Obeys or RobotObedience.ObeysSilently)
        {
            await Eventually.TrueAsync(() => States.Last() is { Driving: false, Paused: true }, "it stands");
        }

        if (obedience is RobotObedience.Ignores or RobotObedience.ObeysSilently)
        {
            await Eventually.TrueAsync(() => time.Timers > timers, "the answer is waited for");
            time.Advance(TimeSpan.FromSeconds(3));
        }

        Assert.Equal(new CommandOutcome(state, reason), await order.WaitAsync(s_limit));
    }

    [Fact]
    public async Task Link_Lost_TheWillIsHeardAndItComesBack()
    {
        await StartAsync(new RobotProfile { StateEvery = TimeSpan.FromMilliseconds(100) });
        await Eventually.TrueAsync(() => States.Any(one => one.Online), "it is there");

        _trouble.Disconnect(DateTimeOffset.UtcNow.AddMinutes(5));
        await Eventually.TrueAsync(() => States.Last() is { Online: false, Connection: "CONNECTIONBROKEN" }, "it is away");
        _trouble.Disconnect(DateTimeOffset.UtcNow);

        await Eventually.TrueAsync(() => States.Last() is { Online: true, Connection: "ONLINE", Model: "Twin" }, "it is back");
    }

    private async Task StartAsync(RobotProfile profile, TimeProvider? time = null)
    {
        _host = new FakeHost(null!, time);
        var connector = new MqttConnector(new TcpDialer(), new NoMemory(), TimeProvider.System, NullLogger<MqttConnector>.Instance);
        _host.Brokers = new SiteBrokers(connector, NullLogger<SiteBrokers>.Instance);
        _driver = new Vda5050Driver(_host.Context, new Vda5050Options
        {
            Broker = new SiteBrokerOptions { Host = "127.0.0.1", Port = _broker.Port, ClientId = "gateway" },
            Robot = new VdaRobot(profile.Major == 3 ? "vda5050" : "uagv", profile.Major, "ACME", "R2-017"),
            Name = "patrol-1",
            ConfirmWithin = TimeSpan.FromSeconds(2),
        });
        await _driver.ConnectAsync(_stop.Token);
        _listening = _driver.RunAsync(_sink, default);
        var now = DateTimeOffset.UtcNow;
        var twin = new PatrolRobotTwin(
            new RobotPlan("cam-1", profile, now, now.AddMinutes(5), long.MaxValue), new SimMqttOptions { Host = "127.0.0.1", Port = _broker.Port, ClientId = "robot" }, _trouble, _truth, TimeProvider.System);
        _living = twin.RunAsync(_stop.Token);
    }

    private sealed class TruthList : ITruthLedger
    {
        private readonly ConcurrentQueue<TruthLine> _lines = new();

        public IReadOnlyCollection<TruthLine> Lines => _lines;

        public void Note(TruthLine line) => _lines.Enqueue(line);
    }

    private sealed class NoMemory : IVersionMemory
    {
        public int? Recall(string broker) => null;

        public Task RememberAsync(string broker, int version, CancellationToken ct) => Task.CompletedTask;
    }
}
