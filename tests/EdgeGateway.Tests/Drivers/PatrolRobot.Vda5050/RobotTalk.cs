using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Drivers.PatrolRobot.Vda5050;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Geo;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Protocol.Vda5050;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Drone;
using EdgeGateway.Tests.Drivers.Transport.Brokers;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PatrolRobot.Vda5050;

/// <summary>One conversation of the driver with a robot whose messages the test writes; the broker is in memory.</summary>
internal sealed class RobotTalk : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeAirspace _airspace = new();
    private Task _running = Task.CompletedTask;

    public RobotTalk(FakeMemory? memory = null, FakeSink? sink = null, VdaRobot? robot = null)
    {
        (Memory, Sink) = (memory ?? new FakeMemory(), sink ?? new FakeSink());
        Host = new FakeHost(null!, Time) { Memory = Memory, Brokers = Brokers, Airspace = _airspace };
        Options = new Vda5050Options
        {
            Broker = new SiteBrokerOptions { Host = "broker", ClientId = "gw" },
            Robot = robot ?? new VdaRobot("uagv", 2, "ACME", "R2-017"),
            Name = "patrol-1",
            Maps = new Dictionary<string, LocalMap> { ["hall-1"] = new(new GeoPoint(23.3924, 113.2988), 90) },
        };
        Driver = new Vda5050Driver(Host.Context, Options);
    }

    public FakeTimeProvider Time { get; } = new();

    public FakeSiteBrokers Brokers { get; } = new();

    public FakeMemory Memory { get; }

    public FakeSink Sink { get; }

    public FakeHost Host { get; }

    public Vda5050Options Options { get; }

    public Vda5050Driver Driver { get; }

    public IReadOnlyList<VehicleFacts> Seen => [.. _airspace.Seen];

    public IEnumerable<(Lane Lane, RobotStateBody Body)> States => Sink.Entered.Where(reading => reading.Body is RobotStateBody).Select(reading => (reading.Lane, (RobotStateBody)reading.Body));

    public IReadOnlyList<DroneAlarmBody> Alarms => [.. Sink.Entered.Select(reading => reading.Body).OfType<DroneAlarmBody>()];

    public IReadOnlyList<DroneMessageBody> Messages => [.. Sink.Entered.Select(reading => reading.Body).OfType<DroneMessageBody>()];

    public IReadOnlyList<string> Faults => [.. Host.Faults.Select(fault => fault.Reason)];

    public Task Running => _running;

    public async Task<RobotTalk> StartAsync()
    {
        await Driver.ConnectAsync(default);
        _running = Driver.RunAsync(Sink, _stop.Token);
        return this;
    }

    public Task SayAsync(string text, string topic = RobotWords.State, bool retain = false) => Brokers.SendAsync(topic, text, retain);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Driver.DisposeAsync();
        _stop.Dispose();
    }
}
