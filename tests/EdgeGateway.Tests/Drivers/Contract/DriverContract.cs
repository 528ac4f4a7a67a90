using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Transport;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Contract;

/// <summary>What the host relies on, whatever the device. Every driver has a class that inherits this.</summary>
public abstract class DriverContract : IAsyncLifetime
{
    /// <summary>More events than any driver may take in while nothing becomes safe.</summary>
    private const int Flood = 400;

    private const int MostUnderWay = 128;

    private readonly CancellationTokenSource _stop = new();
    private InboxRig? _inbox;
    private FakeHost? _host;
    private IDriverRig? _rig;

    protected FakeHost Host => _host!;

    protected IDriverRig Rig => _rig!;

    /// <summary>Readings that garbage makes: none, but where even that something unreadable came must be told.</summary>
    protected virtual int ReadingsOfGarbage => 0;

    /// <param name="inboxPort">Port of the device inbox, for devices that push.</param>
    protected abstract IDriverRig CreateRig(int inboxPort);

    public async Task InitializeAsync()
    {
        _inbox = await InboxRig.StartAsync();
        _host = new FakeHost(_inbox.Inbox);
        _rig = CreateRig(_inbox.Inbox.Port);
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await Rig.DisposeAsync();
        await _inbox!.DisposeAsync();
    }

    [Fact]
    public async Task Connect_NobodyThere_IsUnreachable()
    {
        await using var driver = Rig.CreateDriverToNobody(Host);
        if (Rig.DeviceConnects)
        {
            await driver.ConnectAsync(_stop.Token);
            Assert.Equal(0, Host.SignsOfLife);
            return;
        }

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => driver.ConnectAsync(_stop.Token));

        Assert.Equal(FaultKind.Unreachable, fault.Kind);
    }

    [Fact]
    public async Task Connect_WrongCredentials_NothingIsEmitted()
    {
        var sink = new FakeSink();
        await using var driver = Rig.CreateDriverWithWrongCredentials(Host);
        if (!Rig.DeviceConnects)
        {
            var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => driver.ConnectAsync(_stop.Token));
            Assert.Equal(FaultKind.Refused, fault.Kind);
            return;
        }

        await driver.ConnectAsync(_stop.Token);
        var running = driver.RunAsync(sink, _stop.Token);
        await Rig.SendReadingAsync("A00001");
        Assert.Equal(0, Rig.Acknowledged);
        Assert.Empty(sink.Entered);
        await StopAsync(running);
    }

    [Fact]
    public async Task Connect_Cancelled_ThrowsCancelled()
    {
        await using var driver = Rig.CreateDriverToMute(Host);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        async Task TalkAsync()
        {
            await driver.ConnectAsync(cancel.Token);
            await driver.RunAsync(new FakeSink(), cancel.Token);
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TalkAsync().WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task Dispose_AfterAFailedConnectAndTwice_IsSafe()
    {
        var driver = Rig.CreateDriverToNobody(Host);
        await Record.ExceptionAsync(() => driver.ConnectAsync(_stop.Token));

        await driver.DisposeAsync();
        await driver.DisposeAsync();
    }

    [Fact]
    public async Task Dispose_NeverConnected_IsSafe() => await Rig.CreateDriver(Host).DisposeAsync();

    [Fact]
    public async Task Run_OneEvent_IsEmittedAndAcknowledged()
    {
        var sink = new FakeSink();
        await using var driver = Rig.CreateDriver(Host);
        var running = await StartAsync(driver, sink);

        await Rig.SendReadingAsync("A00001");

        await Eventually.TrueAsync(() => sink.Stored == 1 && Rig.Acknowledged == 1, "one reading");
        Assert.Equal("cam-1", sink.Entered.Single().Device);
        Assert.True(Host.SignsOfLife > 0);
        await StopAsync(running);
    }

    [Fact]
    public async Task Run_GarbageThenAnEvent_CountsTheOneAndEmitsTheOther()
    {
        var sink = new FakeSink();
        await using var driver = Rig.CreateDriver(Host);
        var running = await StartAsync(driver, sink);

        await Rig.SendGarbageAsync();
        await Rig.SendReadingAsync("A00001");

        await Eventually.TrueAsync(() => sink.Stored == 1 + ReadingsOfGarbage, "the good event");
        await Eventually.TrueAsync(() => Host.Faults.Any(fault => fault.Kind == FaultKind.Garbled), "the garbage is counted");
        Assert.False(running.IsCompleted);
        await StopAsync(running);
    }

    [Fact]
    public async Task Run_ByteByByte_GivesTheSameReading()
    {
        var sink = new FakeSink();
        await using var driver = Rig.CreateDriver(Host);
        var running = await StartAsync(driver, sink);

        await Rig.SendReadingSlowlyAsync("A00001");

        await Eventually.TrueAsync(() => sink.Stored == 1, "the slow event");
        await StopAsync(running);
    }

    [Fact]
    public async Task Run_Stopped_EndsByCancellation()
    {
        await using var driver = Rig.CreateDriver(Host);
        var running = await StartAsync(driver, new FakeSink());

        await StopAsync(running);
    }

    [Fact]
    public async Task Run_LinkDrops_EndsOrGoesOn()
    {
        await using var driver = Rig.CreateDriver(Host);
        var sink = new FakeSink();
        var running = await StartAsync(driver, sink);

        await Rig.DropAsync();
        if (Rig.DeviceConnects)
        {
            await Rig.SendReadingAsync("A00002");
            await Eventually.TrueAsync(() => sink.Stored == 1, "the reading behind the break is stored, once");
            await StopAsync(running);
            return;
        }

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(FaultKind.Unreachable, fault.Kind);
    }

    [Fact]
    public async Task Run_NothingBecomesSafe_DeviceIsHeldBackAndNotAcknowledged()
    {
        var sink = new FakeSink { Holds = true };
        await using var driver = Rig.CreateDriver(Host);
        var running = await StartAsync(driver, sink);

        var flood = Enumerable.Range(0, Flood).Select(i => Rig.SendReadingAsync($"A{i:00000}")).ToList();
        await Eventually.TrueAsync(() => sink.Entered.Count > 0, "the first event");
        await StaysWithinAsync(() => sink.Entered.Count, MostUnderWay);

        Assert.True(!Rig.HasAcknowledgement || Rig.Acknowledged == 0);
        sink.Release();
        await Task.WhenAll(flood);
        await Eventually.TrueAsync(() => sink.Stored == Flood, "all are stored in the end");
        await Eventually.TrueAsync(() => !Rig.HasAcknowledgement || Rig.Acknowledged == Flood, "all are acknowledged in the end");
        await StopAsync(running);
    }

    [Fact]
    public async Task Run_StoreRefuses_IsNeverAcknowledged()
    {
        var sink = new FakeSink { Refuses = true };
        await using var driver = Rig.CreateDriver(Host);
        var running = await StartAsync(driver, sink);

        await Rig.SendReadingAsync("A00001");
        await Eventually.TrueAsync(() => sink.Entered.Count > 0, "the event");
        if (Rig.HasAcknowledgement)
        {
            Assert.Equal(0, Rig.Acknowledged);
            await StopAsync(running);
            return;
        }

        await Rig.SendReadingAsync("A00002");
        await Assert.ThrowsAsync<StoreRefusedException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Contains((FaultKind.Busy, "reading-not-stored"), Host.Faults);
    }

    [Fact]
    public async Task Run_StoppedWhileNothingBecomesSafe_EndsAndAcknowledgesNothing()
    {
        var sink = new FakeSink { Holds = true };
        await using var driver = Rig.CreateDriver(Host);
        var running = await StartAsync(driver, sink);
        var sending = Rig.SendReadingAsync("A00001");
        await Eventually.TrueAsync(() => sink.Entered.Count > 0, "the event");

        await StopAsync(running);

        await sending;
        Assert.True(!Rig.HasAcknowledgement || Rig.Acknowledged == 0);
    }

    /// <summary>That something never happens shows only in time: an unbounded driver takes all of the flood well within this.</summary>
    private static async Task StaysWithinAsync(Func<int> count, int most)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(1))
        {
            Assert.InRange(count(), 1, most);
            await Task.Delay(5);
        }
    }

    private async Task<Task> StartAsync(IDeviceDriver driver, IReadingSink sink)
    {
        await driver.ConnectAsync(_stop.Token);
        return driver.RunAsync(sink, _stop.Token);
    }

    private async Task StopAsync(Task running)
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)));
    }
}
