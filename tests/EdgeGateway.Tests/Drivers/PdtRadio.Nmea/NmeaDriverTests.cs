using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PdtRadio.Nmea;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio.Nmea;

/// <summary>What a receiver's conversation is beyond the contract: pace, silence, clock.</summary>
public sealed class NmeaDriverTests : IAsyncDisposable
{
    private const string Port = "/dev/serial/by-id/receiver";

    private readonly FakeTimeProvider _time = new();
    private readonly FakeSerialLines _lines = new();
    private readonly FakeSink _sink = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeHost _host;
    private readonly FakeSerialFarEnd _far;
    private NmeaDriver? _driver;
    private Task? _running;

    public NmeaDriverTests()
    {
        _host = new FakeHost(null!, _time) { Serial = _lines };
        _far = _lines.Plug(Port);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Record.ExceptionAsync(() => _running ?? Task.CompletedTask);
        await (_driver?.DisposeAsync() ?? ValueTask.CompletedTask);
        _stop.Dispose();
    }

    [Fact]
    public async Task Run_RmcAlone_IsToldWhenNothingMoreComes()
    {
        await StartAsync(new NmeaOptions { Line = new SerialSettings(Port) });

        _far.Send(ReceiverWords.Rmc(_time.GetUtcNow()));
        await Eventually.TrueAsync(() => _host.SignsOfLife == 1, "the sentence is heard");
        Assert.Empty(_sink.Entered);
        await PassAsync(TimeSpan.FromMilliseconds(400), () => _sink.Stored == 1, "the fix without GGA");

        Assert.Null(Body(0).Satellites);
        Assert.True(Body(0).FixValid);
    }

    [Fact]
    public async Task Run_RmcAndGga_AreOneReadingAtOnce()
    {
        await StartAsync(new NmeaOptions { Line = new SerialSettings(Port), Radio = 77 });

        _far.Send(ReceiverWords.Moment(_time.GetUtcNow()));

        await Eventually.TrueAsync(() => _sink.Stored == 1, "the fix");
        Assert.Equal((9, 77L, "periodic"), (Body(0).Satellites, Body(0).RadioId, Body(0).Trigger));
    }

    [Fact]
    public async Task Run_TenTimesASecond_IsThinnedToThePace()
    {
        await StartAsync(new NmeaOptions { Line = new SerialSettings(Port), Every = TimeSpan.FromSeconds(1) });
        var begin = _time.GetUtcNow();

        for (int i = 0; i <= 30; i++)
        {
            _far.Send(ReceiverWords.Moment(begin.AddMilliseconds(100 * i)));
        }

        await Eventually.TrueAsync(() => _host.SignsOfLife == 62, "all sentences");
        await Eventually.TrueAsync(() => _sink.Stored == 4, "the full seconds");
        Assert.Equal([0, 0.9, 1.8, 2.7], _sink.Entered.Select(reading => Math.Round((reading.Time - begin).TotalSeconds, 1)));
    }

    [Fact]
    public async Task Run_FixLost_IsToldAtOnce()
    {
        await StartAsync(new NmeaOptions { Line = new SerialSettings(Port), Every = TimeSpan.FromMinutes(1) });
        var begin = _time.GetUtcNow();

        _far.Send(ReceiverWords.Moment(begin));
        _far.Send(ReceiverWords.Moment(begin.AddSeconds(1)));
        _far.Send([.. ReceiverWords.Rmc(begin.AddSeconds(2), "V"), .. ReceiverWords.Gga(begin.AddSeconds(2))]);
        _far.Send([.. ReceiverWords.Rmc(begin.AddSeconds(3), "V"), .. ReceiverWords.Gga(begin.AddSeconds(3))]);
        _far.Send(ReceiverWords.Moment(begin.AddSeconds(4)));

        await Eventually.TrueAsync(() => _host.SignsOfLife == 10, "all sentences");
        await Eventually.TrueAsync(() => _sink.Stored == 3, "fix, no fix, fix");
        Assert.Equal([true, false, true], [Body(0).FixValid, Body(1).FixValid, Body(2).FixValid]);
    }

    [Fact]
    public async Task Run_NothingComes_IsSilent()
    {
        await StartAsync(new NmeaOptions { Line = new SerialSettings(Port), Silence = TimeSpan.FromSeconds(10) });

        await PassAsync(TimeSpan.FromSeconds(11), () => _running!.IsCompleted, "the silence is noticed");

        Assert.Equal(FaultKind.Silent, (await Assert.ThrowsAsync<DeviceFaultException>(() => _running!)).Kind);
    }

    [Fact]
    public async Task Run_OnlyGarbageComes_IsGarbledAndNamesTheRate()
    {
        await StartAsync(new NmeaOptions { Line = new SerialSettings(Port), Silence = TimeSpan.FromSeconds(10) });
        for (int second = 0; second < 12 && !_running!.IsCompleted; second++)
        {
            _far.Send([0xff, 0x80, 0x00, (byte)'\n']);
            int faults = second + 1;
            await Eventually.TrueAsync(() => _host.Faults.Count >= faults || _running.IsCompleted, "the garbage is counted");
            await Eventually.TrueAsync(() => _time.Timers > 0 || _running.IsCompleted, "the driver waits again");
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => _running!.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(FaultKind.Garbled, fault.Kind);
        Assert.Contains("rate", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ClockWatch_TellsTheDistanceOnceAMinute()
    {
        await StartAsync(new NmeaOptions { Line = new SerialSettings(Port) });

        _far.Send(ReceiverWords.Moment(_time.GetUtcNow().AddSeconds(-30)));
        _far.Send(ReceiverWords.Moment(_time.GetUtcNow().AddSeconds(-29)));
        await Eventually.TrueAsync(() => _sink.Stored == 2, "two fixes");
        Assert.Equal((TimeSpan.FromSeconds(-30), TimeSpan.FromSeconds(1)), Assert.Single(_host.Clocks));
    }

    [Fact]
    public async Task Run_ClockWatch_GatewayIsYearsBehind_IsTold()
    {
        await StartAsync(new NmeaOptions { Line = new SerialSettings(Port) });

        _far.Send(ReceiverWords.Moment(_time.GetUtcNow().AddDays(800)));

        await Eventually.TrueAsync(() => _sink.Stored == 1, "the fix");
        Assert.Equal(TimeSpan.FromDays(800), Assert.Single(_host.Clocks).Offset);
        Assert.Null(Body(0).FixTime);
    }

    [Fact]
    public async Task Run_ClockWatchOff_TellsNothing()
    {
        await StartAsync(new NmeaOptions { Line = new SerialSettings(Port), ClockWatch = false });

        _far.Send(ReceiverWords.Moment(_time.GetUtcNow()));

        await Eventually.TrueAsync(() => _sink.Stored == 1, "the fix");
        Assert.Empty(_host.Clocks);
    }

    private RadioPositionBody Body(int index) => (RadioPositionBody)_sink.Entered.ElementAt(index).Body;

    private async Task StartAsync(NmeaOptions options)
    {
        _driver = new NmeaDriver(_host.Context, options);
        await _driver.ConnectAsync(_stop.Token);
        _running = _driver.RunAsync(_sink, _stop.Token);
    }

    /// <summary>Time goes on only while the driver waits for it.</summary>
    private async Task PassAsync(TimeSpan least, Func<bool> until, string what)
    {
        var end = _time.GetUtcNow() + (least * 3);
        while (!until() && _time.GetUtcNow() < end)
        {
            await Eventually.TrueAsync(() => _time.Timers > 0 || until(), "the driver waits");
            _time.Advance(least / 10);
        }

        await Eventually.TrueAsync(until, what);
    }
}
