using System.Net;
using EdgeGateway.Drivers.Cabinet;
using EdgeGateway.Drivers.Cabinet.Nut;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Cabinet;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.Cabinet.Nut;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Cabinet.Nut;

/// <summary>The twin's server on loopback, one driver that asks it all the time.</summary>
internal sealed class WatchedUps : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly NutDriver _driver;
    private readonly Task _serving;
    private Task _running = Task.CompletedTask;

    public WatchedUps(NutProfile? profile = null, FakeMemory? memory = null, Func<NutOptions, NutOptions>? change = null)
    {
        var start = DateTimeOffset.UnixEpoch;
        Twin = new NutTwin(new IPEndPoint(IPAddress.Loopback, 0), profile ?? new NutProfile(), Trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, start), DateTimeOffset.MaxValue, TimeProvider.System);
        _serving = Twin.RunAsync(_stop.Token);
        Host = new FakeHost(null!) { Memory = memory ?? new FakeMemory() };
        var options = new NutOptions
        {
            Server = new NutServer("127.0.0.1", Twin.Port, TimeSpan.FromSeconds(30)),
            Poll = TimeSpan.FromMilliseconds(5),
            LostAfter = TimeSpan.FromMilliseconds(20),
        };
        _driver = new NutDriver(Host.Context with { Transports = Host.Context.Transports with { Tcp = new TcpDialer() } }, change?.Invoke(options) ?? options);
    }

    public NutTwin Twin { get; }

    public DeviceTrouble Trouble { get; }

    public FakeHost Host { get; }

    public FakeSink Sink { get; } = new();

    public Task Running => _running;

    public IEnumerable<CabinetStateBody> States => Sink.Entered.Select(reading => reading.Body).OfType<CabinetStateBody>();

    public IReadOnlyList<string> Told => [.. Sink.Entered.Where(reading => reading.Body is CabinetAlarmBody).Select(Words)];

    public Task ConnectAsync() => _driver.ConnectAsync(_stop.Token);

    public async Task StartAsync()
    {
        await ConnectAsync();
        _running = _driver.RunAsync(Sink, _stop.Token);
        await Eventually.TrueAsync(() => States.Any() || _running.IsCompleted, "the first state");
    }

    /// <summary>Sets a variable and waits for the alarm that follows.</summary>
    public async Task SetAsync(string variable, string value, string told, string? ups = null)
    {
        Twin.Desk.Set(ups, variable, value);
        await ToldAsync(told);
    }

    public Task ToldAsync(string told) => Eventually.TrueAsync(() => Told.Contains(told), $"{told}; told were {string.Join(", ", Told)}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _driver.DisposeAsync();
        await _serving;
        await Twin.DisposeAsync();
    }

    private static string Words(Reading reading)
    {
        var body = (CabinetAlarmBody)reading.Body;
        return $"{reading.Lane.ToString().ToLowerInvariant()} {body.Alarm} {body.Name} {(body.Active ? "begins" : "ends")} {body.Severity}";
    }
}
