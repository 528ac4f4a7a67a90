using System.Net;
using EdgeGateway.Drivers.BarcodeReader.Line;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Barcodes;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Ports;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.BarcodeReader.Line;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.FirmwareSim.Support;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.BarcodeReader.Line;

/// <summary>The bar code twin talks to the driver on a serial line and over TCP: what the plan says was read is told once, and nothing else.</summary>
public sealed class BarcodeAgainstDriverTests : IAsyncDisposable
{
    private const int Parcels = 60;

    private static readonly ParcelMix s_mix = new() { BarcodeMissing = 0.2, BarcodeDoubled = 0.2, BarcodeLate = 0.1, BarcodeLateBy = TimeSpan.FromMilliseconds(500), ScanTakes = TimeSpan.FromMilliseconds(50) };

    private readonly CancellationTokenSource _stop = new();
    private readonly DeviceTrouble _trouble = new(TimeSpan.Zero, TimeSpan.Zero, DateTimeOffset.MinValue);
    private readonly ListLedger _ledger = new();
    private readonly string _node = Path.Combine(Path.GetTempPath(), $"reader-{Guid.NewGuid():N}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_MissingLateDoubledGarbled_EachReadLabelIsToldOnce(bool serial)
    {
        var port = serial ? null : new TcpBytePort(new IPEndPoint(IPAddress.Loopback, 0));
        var profile = new BarcodeProfile { Rate = 30, Mix = s_mix, Before = "\u0002", After = "\u0003", Aim = "]C1", Garbled = 0.2 };
        var start = DateTimeOffset.UtcNow.AddSeconds(1);
        await using var twin = new BarcodeTwin(
            new BarcodePlan("reader-1", profile, 3, start, DateTimeOffset.MaxValue, Parcels), (IBytePort?)port ?? new PtyBytePort(_node, () => false, TimeProvider.System), _trouble, _ledger, TimeProvider.System);
        twin.Open();
        var sink = new FakeSink();
        var host = new FakeHost(null!);
        var options = new BarcodeReaderOptions
        {
            Line = new SerialSettings(port is null ? _node : $"tcp://127.0.0.1:{port.EndPoint.Port}") { BaudRate = 9_600 },
            Format = new CodeFormat { Terminator = CodeTerminator.StxEtx, Aim = true },
        };
        await using var driver = new BarcodeReaderDriver(host.Context, options);
        await driver.ConnectAsync(_stop.Token);
        var running = driver.RunAsync(sink, _stop.Token);

        var playing = twin.RunAsync(_stop.Token);
        var plan = Plan(start);
        string[] expected = [.. plan.Where(parcel => parcel.Reads.Count > 0).Select(parcel => parcel.Barcode).Order(StringComparer.Ordinal)];
        await Eventually.TrueAsync(() => sink.Stored >= expected.Length && host.SignsOfLife >= plan.Sum(parcel => Math.Max(1, parcel.Reads.Count)), "every label and every miss");

        await _stop.CancelAsync();
        await Record.ExceptionAsync(() => running.WaitAsync(TimeSpan.FromSeconds(60)));
        await playing.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(expected, sink.Entered.Select(reading => ((ParcelInspectionBody)reading.Body).WaybillNo!).Order(StringComparer.Ordinal));
        Assert.Equal(plan.Count(parcel => parcel.Reads.Count == 0), host.Faults.Count(fault => fault.Reason == "no-read"));
        Assert.Equal(plan.Count(parcel => parcel.Reads.Count > 1), host.Faults.Count(fault => fault.Reason == "read-twice"));
        Assert.Contains(host.Faults, fault => fault.Reason == "not-in-charset" || fault.Reason == "no-aim");
        Assert.All(_ledger.Lines, line => Assert.Equal("stream", line.Told));
    }

    private static List<ParcelPlan> Plan(DateTimeOffset start)
    {
        var source = new ParcelSource(3, "reader-1", start, 30, s_mix);
        return [.. Enumerable.Range(0, Parcels).Select(index => source.At(index))];
    }
}
