using System.Globalization;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Drivers.Drone.Dji;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Drone.Dji;

/// <summary>A driver that runs against <see cref="FakeDockBroker"/>, by a clock that the test moves.</summary>
internal sealed class DjiConversation : IAsyncDisposable
{
    public const string Dock = "DOCK001";
    public const string Air = "AIR001";
    public const string Status = $"sys/product/{Dock}/status";
    public const string Events = $"thing/product/{Dock}/events";
    public const string Requests = $"thing/product/{Dock}/requests";
    public const string DockOsd = $"thing/product/{Dock}/osd";
    public const string AirOsd = $"thing/product/{Air}/osd";
    public const string AirState = $"thing/product/{Air}/state";

    public const string Topology =
        """{"tid":"7f0c1b1e-0001-4d1c-9a51-000000000001","bid":"7f0c1b1e-0001-4d1c-9a51-0000000000b1","timestamp":1767575400123,"method":"update_topo","data":{"domain":"3","type":2,"sub_type":0,"device_secret":"s","nonce":"n","thing_version":"1.1.2","sub_devices":[{"sn":"AIR001","domain":"0","type":91,"sub_type":1,"index":"A","device_secret":"s","nonce":"n","thing_version":"1.1.2"}]}}""";

    private readonly CancellationTokenSource _stop = new();
    private DjiDriver? _driver;
    private Task _running = Task.CompletedTask;

    /// <summary>When the messages of the tests say that they were sent.</summary>
    public static readonly DateTimeOffset Sent = DateTimeOffset.FromUnixTimeMilliseconds(1767575402000);

    public FakeTimeProvider Time { get; init; } = new(Sent);

    public FakeDockBroker Brokers { get; } = new();

    public FakeMemory Memory { get; init; } = new();

    public FakeSink Sink { get; init; } = new();

    public IAirspace? Airspace { get; init; }

    public DjiOptions Options { get; init; } = Usual;

    public FakeHost? Host { get; private set; }

    public Task Running => _running;

    public DjiDriver Driver => _driver!;

    public static DjiOptions Usual => new() { Broker = new SiteBrokerOptions { Host = "127.0.0.1", ClientId = "test" }, Gateway = Dock };

    public async Task<DjiConversation> StartAsync()
    {
        Host = new FakeHost(null!, Time) { Memory = Memory };
        var context = Host.Context;
        _driver = new DjiDriver(context with { Transports = context.Transports with { Brokers = Brokers }, Airspace = Airspace }, Options);
        await _driver.ConnectAsync(_stop.Token);
        _running = _driver.RunAsync(Sink, _stop.Token);
        await Eventually.TrueAsync(() => Time.Timers > 0 || _running.IsCompleted, "it looks after what does not come");
        return this;
    }

    /// <summary>The gateway names its aircraft, and the driver has subscribed to it.</summary>
    public async Task NameAsync(string topology = Topology)
    {
        await Brokers.SendAsync(Status, topology);
        await Eventually.TrueAsync(() => Brokers.Filters.Contains(AirOsd), "the aircraft is heard");
    }

    public IEnumerable<T> Told<T>()
        where T : ReadingBody => Sink.Entered.Select(reading => reading.Body).OfType<T>();

    public IEnumerable<DroneAlarmBody> Alarms(string alarm) => Told<DroneAlarmBody>().Where(body => body.Alarm == alarm);

    /// <summary>Waits for answers: they go out beside the message.</summary>
    public Task AnsweredAsync(string topic, int count) => Eventually.TrueAsync(() => Brokers.On(topic).Count() == count, $"{count} on {topic}");

    /// <summary>Lets time go by second for second, as a clock does.</summary>
    public async Task PassAsync(int seconds, Func<bool>? until = null)
    {
        for (int i = 0; i < seconds && until?.Invoke() != true; i++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }
    }

    public static string Event(string method, string data, string tid = "t1", string bid = "b1", int needReply = 1) =>
        $$"""{"tid":"{{tid}}","bid":"{{bid}}","timestamp":1767575402000,"gateway":"DOCK001","method":"{{method}}","need_reply":{{needReply}},"data":{{data}}}""";

    public static string Osd(string data, long timestamp = 1767575402000) => string.Create(CultureInfo.InvariantCulture, $$"""{"tid":"o","bid":"o","timestamp":{{timestamp}},"gateway":"DOCK001","data":{{data}}}""");

    public static DeviceCommand Order(string name, string args = "{}") => new("id", name, JsonDocument.Parse(args).RootElement, DateTimeOffset.MaxValue);

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_driver is not null)
        {
            await _driver.DisposeAsync();
        }
    }
}
