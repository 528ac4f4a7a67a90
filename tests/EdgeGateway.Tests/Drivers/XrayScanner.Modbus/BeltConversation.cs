using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Drivers.XrayScanner.Modbus;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Modbus;

/// <summary>A driver in conversation with a controller in memory, on a clock of the test's.</summary>
internal sealed class BeltConversation : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public BeltConversation(FakeController? controller = null, FakeMemory? memory = null)
    {
        Controller = controller ?? FakeController.Running();
        Host = new FakeHost(null!, Time) { Modbus = Controller, Memory = memory ?? new FakeMemory() };
    }

    /// <summary>One controller with the default list, that may be ordered; its heartbeat is not watched.</summary>
    public static XrayModbusOptions Usual { get; } = new()
    {
        Bus = new ModbusBusSettings(new DeviceAddress("192.0.2.60", 502), null, TimeSpan.FromSeconds(1)),
        Units = [new BeltUnitOptions("belt", 1, BeltMap.Default(BeltPace.Usual), BeltMap.BeltCommand)],
        HeartbeatStuck = TimeSpan.FromHours(1),
    };

    public FakeController Controller { get; }

    public FakeTimeProvider Time { get; } = new();

    public FakeHost Host { get; }

    public FakeSink Sink { get; init; } = new();

    public XrayModbusOptions Options { get; init; } = Usual;

    public Task Running { get; private set; } = Task.CompletedTask;

    private XrayModbusDriver? Driver { get; set; }

    public ScannerStateBody[] States => [.. Sink.Entered.Select(reading => reading.Body).OfType<ScannerStateBody>()];

    public ParcelInspectionBody[] Parcels => [.. Sink.Entered.Select(reading => reading.Body).OfType<ParcelInspectionBody>()];

    public async Task<BeltConversation> StartAsync()
    {
        Driver = new XrayModbusDriver(Host.Context, Options);
        await Driver.ConnectAsync(_stop.Token);
        Running = Driver.RunAsync(Sink, _stop.Token);
        await UntilAsync(() => States.Length > 0, "the first state");
        return this;
    }

    /// <summary>Time goes on in small steps, each when the driver waits again, until something is so.</summary>
    public async Task UntilAsync(Func<bool> isSo, string what, TimeSpan? atMost = null)
    {
        var end = Time.GetUtcNow() + (atMost ?? TimeSpan.FromMinutes(2));
        while (!isSo())
        {
            Assert.True(Time.GetUtcNow() < end, $"never happened: {what}");
            await StepAsync();
        }
    }

    /// <summary>Lets the driver work for so long.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        var end = Time.GetUtcNow() + span;
        while (Time.GetUtcNow() < end)
        {
            await StepAsync();
        }
    }

    public async Task<CommandOutcome> OrderAsync(string name, string args = "{}")
    {
        using var json = JsonDocument.Parse(args);
        var order = Driver!.ExecuteAsync(new DeviceCommand("c-1", name, json.RootElement, DateTimeOffset.MaxValue), _stop.Token).AsTask();
        while (!order.IsCompleted)
        {
            await StepAsync();
        }

        return await order;
    }

    public Reading Last(Func<Reading, bool> which) => Sink.Entered.Last(which);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Record.ExceptionAsync(() => Running.WaitAsync(TimeSpan.FromSeconds(20)));
        await (Driver?.DisposeAsync() ?? ValueTask.CompletedTask);
        _stop.Dispose();
    }

    /// <summary>A round under way has no timer of its own: a moment of real time lets it end before the clock moves.</summary>
    private async Task StepAsync()
    {
        await Task.Delay(1);
        await Eventually.TrueAsync(() => Time.Timers > 0 || Running.IsCompleted, "the driver waits");
        Time.Advance(TimeSpan.FromMilliseconds(50));
    }
}
