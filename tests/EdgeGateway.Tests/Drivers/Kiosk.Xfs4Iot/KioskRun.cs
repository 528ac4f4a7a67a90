using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk.Xfs4Iot;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.PdtRadio;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Kiosk.Xfs4Iot;

/// <summary>The driver at a kiosk by hand, on a clock that the test moves.</summary>
internal sealed class KioskRun : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Xfs4IotDriver _driver;

    private KioskRun(HandKiosk kiosk, FakeMemory? memory, FakeTimeProvider? time, bool refuses, Xfs4IotOptions? options, SharedShelf? shared)
    {
        Time = time ?? new FakeTimeProvider();
        Memory = memory ?? new FakeMemory();
        Sink = new FakeSink { Refuses = refuses };
        Host = new FakeHost(new NoInbox(), Time) { Memory = Memory, Shared = shared ?? new SharedShelf() };
        Options = (options ?? new Xfs4IotOptions { Host = "127.0.0.1" }) with { Port = kiosk.Port, BackoffMost = TimeSpan.FromMilliseconds(10), Probe = TimeSpan.FromMinutes(10) };
        _driver = new Xfs4IotDriver(Host.Context, Options);
    }

    public FakeTimeProvider Time { get; }

    public FakeMemory Memory { get; }

    public FakeSink Sink { get; }

    public FakeHost Host { get; }

    public Xfs4IotOptions Options { get; }

    public Task Running { get; private set; } = Task.CompletedTask;

    public IReadOnlyList<KioskModuleBody> Modules => Bodies<KioskModuleBody>();

    public IReadOnlyList<KioskStateBody> States => Bodies<KioskStateBody>();

    public IReadOnlyList<KioskAlarmBody> Alarms => Bodies<KioskAlarmBody>();

    public IReadOnlyList<KioskConsumableBody> Consumables => Bodies<KioskConsumableBody>();

    public static async Task<KioskRun> StartAsync(HandKiosk kiosk, FakeMemory? memory = null, FakeTimeProvider? time = null, bool refuses = false, Xfs4IotOptions? options = null, SharedShelf? shared = null)
    {
        var run = new KioskRun(kiosk, memory, time, refuses, options, shared);
        await run._driver.ConnectAsync(run._stop.Token);
        run.Running = run._driver.RunAsync(run.Sink, run._stop.Token);
        return run;
    }

    /// <summary>Started, and the kiosk is told of with all its modules.</summary>
    public static async Task<KioskRun> SettledAsync(HandKiosk kiosk, FakeMemory? memory = null, Xfs4IotOptions? options = null)
    {
        var run = await StartAsync(kiosk, memory, options: options);
        await run.UntilAsync(() => run.States.Count > 0, "the kiosk is told");
        return run;
    }

    public Task UntilAsync(Func<bool> condition, string what) => Eventually.TrueAsync(condition, what);

    /// <summary>Lets time pass little by little, at most a minute: less than any silence.</summary>
    public async Task PassUntilAsync(Func<bool> condition, string what)
    {
        for (int i = 0; i < 240 && !condition(); i++)
        {
            Time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Delay(25);
        }

        await UntilAsync(condition, what);
    }

    /// <summary>Ends as a gateway ends that is told to.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _driver.DisposeAsync();
    }

    public IReadOnlyList<string> Faults(FaultKind kind) => [.. Host.Faults.Where(fault => fault.Kind == kind).Select(fault => fault.Reason)];

    private IReadOnlyList<T> Bodies<T>() => [.. Sink.Entered.Select(reading => reading.Body).OfType<T>()];
}
