using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

/// <summary>One conversation of a driver, from connect to the end of the test.</summary>
internal sealed class Conversing : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly IDeviceDriver _driver;

    private Conversing(IDeviceDriver driver, FakeSink sink)
    {
        _driver = driver;
        Sink = sink;
        Running = driver.RunAsync(sink, _stop.Token);
    }

    public FakeSink Sink { get; }

    public Task Running { get; }

    public static async Task<Conversing> BeginAsync(IDeviceDriver driver, FakeSink? sink = null)
    {
        await driver.ConnectAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));
        return new Conversing(driver, sink ?? new FakeSink());
    }

    /// <summary>For a connect that the test watched.</summary>
    public static async Task<Conversing> GoOnAsync(IDeviceDriver driver, Task connecting)
    {
        await connecting;
        return new Conversing(driver, new FakeSink());
    }

    public IEnumerable<T> Bodies<T>()
        where T : ReadingBody => Sink.Entered.Select(reading => reading.Body).OfType<T>();

    /// <summary>Gives an order as the host does.</summary>
    public Task<CommandOutcome> OrderAsync(string name, string args, CancellationToken ct = default, string id = "order-1") =>
        ((ICommandable)_driver).ExecuteAsync(new DeviceCommand(id, name, JsonDocument.Parse(args).RootElement, DateTimeOffset.MaxValue), ct).AsTask();

    /// <returns>How the conversation ended by itself.</returns>
    public Task<DeviceFaultException> FaultAsync() => Assert.ThrowsAsync<DeviceFaultException>(() => Running.WaitAsync(TimeSpan.FromSeconds(60)));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Running.WaitAsync(TimeSpan.FromSeconds(60)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _driver.DisposeAsync();
    }
}

/// <summary>Lets time pass for code under test that waits on timers.</summary>
internal static class Passing
{
    /// <summary>Advances step by step until the condition holds; every step leaves others a moment to arm their timers.</summary>
    public static async Task UntilAsync(this FakeTimeProvider time, TimeSpan step, Func<bool> condition, string what)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"never happened: {what}");
            time.Advance(step);
            await Task.Delay(2);
        }
    }
}
