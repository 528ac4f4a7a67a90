using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.BarcodeReader.Line;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Barcodes;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.BarcodeReader.Line;

/// <summary>What a bar code reader's conversation is beyond the contract: double readings, holes, silence.</summary>
public sealed class BarcodeReaderDriverTests : IAsyncDisposable
{
    private const string Port = "/dev/serial/by-id/reader";

    private readonly FakeTimeProvider _time = new();
    private readonly FakeSerialLines _lines = new();
    private readonly FakeSink _sink = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeHost _host;
    private readonly FakeSerialFarEnd _far;
    private BarcodeReaderDriver? _driver;
    private Task? _running;

    public BarcodeReaderDriverTests()
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
    public async Task Run_SameCodeWithinTheLimit_IsCountedAndNotTold()
    {
        await StartAsync(new BarcodeReaderOptions { Line = new SerialSettings(Port), Repeat = TimeSpan.FromSeconds(2) });

        await SayAsync("SF0001\r\n", lines: 1);
        _time.Advance(TimeSpan.FromSeconds(1.9));
        await SayAsync("SF0001\r\n", lines: 2);
        await SayAsync("SF0002\r\n", lines: 3);
        _time.Advance(TimeSpan.FromSeconds(1.9));
        await SayAsync("SF0001\r\n", lines: 4);
        _time.Advance(TimeSpan.FromSeconds(2));
        await SayAsync("SF0001\r\n", lines: 5);

        await Eventually.TrueAsync(() => _sink.Stored == 3, "two codes, one of them again later");
        Assert.Equal(["SF0001", "SF0002", "SF0001"], _sink.Entered.Select(reading => Body(reading).WaybillNo));
        Assert.Equal(2, _host.Faults.Count(fault => fault.Reason == "read-twice"));
    }

    [Fact]
    public async Task Run_NoLimitOfRepeats_TellsEveryReading()
    {
        await StartAsync(new BarcodeReaderOptions { Line = new SerialSettings(Port), Repeat = TimeSpan.Zero });

        await SayAsync("SF0001\rSF0001\r", lines: 2);

        await Eventually.TrueAsync(() => _sink.Stored == 2, "both");
    }

    [Fact]
    public async Task Run_NoRead_IsCountedAndALifeSign()
    {
        await StartAsync(new BarcodeReaderOptions { Line = new SerialSettings(Port) });

        await SayAsync("NR\r\nSF0001\r\n", lines: 2);

        await Eventually.TrueAsync(() => _sink.Stored == 1, "the code");
        Assert.Equal([(FaultKind.Garbled, "no-read")], _host.Faults);
    }

    /// <summary>What is left of a spoilt code must not become the head of the next one.</summary>
    [Fact]
    public async Task Run_HoleInsideALine_RestIsNotJoinedToTheNext()
    {
        await StartAsync(new BarcodeReaderOptions { Line = new SerialSettings(Port) });

        _far.Send("SF00"u8);
        await Eventually.TrueAsync(() => _time.Timers == 1, "the driver waits for the rest");
        _time.Advance(TimeSpan.FromSeconds(2));
        await Eventually.TrueAsync(() => _host.Faults.Contains((FaultKind.Garbled, "cut-off")), "the rest is given up");
        await SayAsync("YT0002\r", lines: 1);

        await Eventually.TrueAsync(() => _sink.Stored == 1, "the next code");
        Assert.Equal("YT0002", Body(_sink.Entered.Single()).WaybillNo);
    }

    [Fact]
    public async Task Run_HeartbeatStaysAway_IsSilent()
    {
        await StartAsync(new BarcodeReaderOptions { Line = new SerialSettings(Port), Format = new CodeFormat { Heartbeat = "HB" }, Silence = TimeSpan.FromSeconds(30) });
        await SayAsync("HB\r", lines: 1);
        await Eventually.TrueAsync(() => _time.Timers == 1, "the driver waits");

        _time.Advance(TimeSpan.FromSeconds(30));

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => _running!.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(FaultKind.Silent, fault.Kind);
        Assert.Empty(_sink.Entered);
    }

    [Fact]
    public async Task Run_WithoutHeartbeat_MayBeSilentForADay()
    {
        await StartAsync(new BarcodeReaderOptions { Line = new SerialSettings(Port) });

        _time.Advance(TimeSpan.FromDays(1));
        await SayAsync("SF0001\r", lines: 1);

        await Eventually.TrueAsync(() => _sink.Stored == 1, "the code");
        Assert.False(_running!.IsCompleted);
    }

    private static ParcelInspectionBody Body(Reading reading) => (ParcelInspectionBody)reading.Body;

    private async Task StartAsync(BarcodeReaderOptions options)
    {
        _driver = new BarcodeReaderDriver(_host.Context, options);
        await _driver.ConnectAsync(_stop.Token);
        _running = _driver.RunAsync(_sink, _stop.Token);
    }

    /// <summary>Says something and waits until so many lines in all were understood and dealt with.</summary>
    private async Task SayAsync(string text, int lines)
    {
        _far.Send(Encoding.ASCII.GetBytes(text));
        await Eventually.TrueAsync(() => _host.SignsOfLife == lines && _sink.Stored + _host.Faults.Count(fault => fault.Reason is "read-twice" or "no-read") + Heartbeats(text) >= lines, "the line is dealt with");
    }

    private static int Heartbeats(string text) => text == "HB\r" ? 1 : 0;
}
