using System.Net;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Drone.Mavlink;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Drone.Mavlink;

/// <summary>A driver in conversation with vehicles of the test, on a clock of the test's.</summary>
internal sealed class Flight : IAsyncDisposable
{
    /// <summary>Nobody is asked for anything, so that a test sees only what it is about.</summary>
    public static readonly MavlinkOptions Quiet = new()
    {
        Listen = new IPEndPoint(IPAddress.Loopback, 0),
        Self = new MavlinkSelf(Identity: false, Intervals: false),
    };

    private readonly CancellationTokenSource _stop = new();
    private MavlinkDriver? _driver;

    public Flight(FakeMemory? memory = null) => Host = new FakeHost(null!, Time) { Memory = memory ?? new FakeMemory(), Datagrams = Ports };

    public AirPorts Ports { get; } = new();

    public FakeTimeProvider Time { get; } = new();

    public FakeHost Host { get; }

    public FakeSink Sink { get; init; } = new();

    public FakeAirspace? Airspace { get; init; } = new();

    public MavlinkOptions Options { get; init; } = Quiet;

    /// <summary>How far the clock goes at a time.</summary>
    public TimeSpan Step { get; set; } = TimeSpan.FromMilliseconds(50);

    public Task Running { get; private set; } = Task.CompletedTask;

    public IEnumerable<DroneStateBody> States => Bodies<DroneStateBody>();

    public IEnumerable<DroneAlarmBody> Alarms => Bodies<DroneAlarmBody>();

    public IEnumerable<(FaultKind Kind, string Reason)> Faults => Host.Faults;

    public IEnumerable<T> Bodies<T>() => Sink.Entered.Select(reading => reading.Body).OfType<T>();

    public async Task<Flight> StartAsync()
    {
        _driver = new MavlinkDriver(Host.Context with { Airspace = Airspace }, Options);
        await _driver.ConnectAsync(_stop.Token);
        Running = _driver.RunAsync(Sink, _stop.Token);
        return this;
    }

    /// <summary>Says it and waits until it was taken in.</summary>
    public async Task SayAsync(params byte[][] frames)
    {
        foreach (byte[] frame in frames)
        {
            Ports.Say(frame);
        }

        await TakenAsync();
    }

    public async Task SayFromAsync(IPEndPoint from, byte[] frame)
    {
        Ports.Say(frame, from);
        await TakenAsync();
    }

    /// <summary>Time goes on in small steps, each when the driver waits.</summary>
    /// <param name="span">How long.</param>
    /// <param name="each">What a vehicle does at each step.</param>
    public async Task PassAsync(TimeSpan span, Action? each = null)
    {
        var end = Time.GetUtcNow() + span;
        while (Time.GetUtcNow() < end)
        {
            each?.Invoke();
            await StepAsync();
        }
    }

    public async Task UntilAsync(Func<bool> isSo, string what, TimeSpan? atMost = null)
    {
        var end = Time.GetUtcNow() + (atMost ?? TimeSpan.FromMinutes(2));
        while (!isSo())
        {
            Assert.True(Time.GetUtcNow() < end, $"never happened: {what}");
            await StepAsync();
        }
    }

    public Task<CommandOutcome> BeginOrder(string name, string args = "{}") => _driver!.ExecuteAsync(Command(name, args), _stop.Token).AsTask();

    public string TargetOf(string name, string args) => _driver!.TargetOf(Command(name, args));

    /// <param name="name">The command.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="each">What the vehicle does at each step.</param>
    public async Task<CommandOutcome> OrderAsync(string name, string args = "{}", Action? each = null)
    {
        var order = BeginOrder(name, args);
        while (!order.IsCompleted)
        {
            each?.Invoke();
            await StepAsync();
        }

        return await order;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Record.ExceptionAsync(() => Running.WaitAsync(TimeSpan.FromSeconds(20)));
        await (_driver?.DisposeAsync() ?? ValueTask.CompletedTask);
        _stop.Dispose();
    }

    private static DeviceCommand Command(string name, string args) => new("c-1", name, JsonDocument.Parse(args).RootElement, DateTimeOffset.MaxValue);

    /// <summary>What was said is taken in when the driver asks for what comes behind it.</summary>
    private async Task TakenAsync()
    {
        await Eventually.TrueAsync(() => Ports.IsTaken || Running.IsCompleted, "the frames are taken");
        await StepAsync();
    }

    private async Task StepAsync()
    {
        await Task.Delay(1);
        await Eventually.TrueAsync(() => (Ports.Waiting == 0 && Time.Timers > 0) || Running.IsCompleted, "the driver waits");
        Time.Advance(Step);
    }
}
