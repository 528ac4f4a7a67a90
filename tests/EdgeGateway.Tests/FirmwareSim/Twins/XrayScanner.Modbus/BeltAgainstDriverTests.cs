using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Modbus;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Drivers.Transport.Serial;
using EdgeGateway.Drivers.XrayScanner.Modbus;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Twins.XrayScanner.Modbus;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.XrayScanner.Modbus;

/// <summary>The belt twin talks to the driver over the real bus, on Modbus TCP and RTU, with each failure of the field: every number is told once, and what was read is what was put there.</summary>
public sealed class BeltAgainstDriverTests
{
    private const int Parcels = 40;

    private static readonly BeltProfile s_busy = new()
    {
        Rate = 20,
        Hold = TimeSpan.FromMilliseconds(40),
        SlowBy = TimeSpan.FromMilliseconds(60),
        LateBy = TimeSpan.FromMilliseconds(400),
        Mix = new ParcelMix { Alarm = 0.3, Unknown = 0.1, ScanTakes = TimeSpan.FromMilliseconds(50) },
    };

    public static TheoryData<string> Faults =>
    [
        "none", "Slow", "Late", "WrongTransaction", "WrongUnit", "IllegalAddress", "DeviceFailure", "Busy", "Cut", "Checksum", "Noise", "Silence",
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Tcp_Fault_EveryNumberIsToldOnce(string fault) => await PlayAsync(With(fault), rtu: false);

    [Theory]
    [InlineData("none")]
    [InlineData("Checksum")]
    [InlineData("Cut")]
    [InlineData("Noise")]
    [InlineData("WrongUnit")]
    public async Task Rtu_Fault_EveryNumberIsToldOnce(string fault) => await PlayAsync(With(fault), rtu: true);

    private static BeltProfile With(string fault) =>
        fault == "none" ? s_busy : s_busy with { Faults = new Dictionary<BeltFault, double> { [Enum.Parse<BeltFault>(fault)] = 0.1 } };

    private static async Task PlayAsync(BeltProfile profile, bool rtu)
    {
        await using var rig = new BeltRig(profile, rtu);
        var sink = new FakeSink();
        var host = new FakeHost(null!) { Modbus = new ModbusMasters(new TcpDialer(), new SerialLines(TimeProvider.System), TimeProvider.System) };
        await host.Memory.RememberAsync("parcels", "belt=0:0:0:0", default);
        using var stop = new CancellationTokenSource();
        var gateway = TalkAsync(host, sink, rig.Port, rtu, stop.Token);

        await Eventually.TrueAsync(() => Told(sink).Any(part => part.Scan!.Sequence >= Parcels), "so many parcels");

        await stop.CancelAsync();
        await gateway;
        long[] numbers = [.. Told(sink).Where(part => part.OperatorResult is null).Select(part => part.Scan!.Sequence!.Value).Distinct()];
        Assert.Equal(Enumerable.Range(1, Parcels).Select(number => (long)number), numbers.Take(Parcels));
        Assert.All(Told(sink), part => AssertIsTrue(part, rig));
        Assert.Contains(Told(sink), part => part.Result is ParcelWords.Clear or ParcelWords.Alarm);
        Assert.Empty(rig.Twin.Machine.Writes);
    }

    /// <summary>What was seen of a parcel is what the plan says of it; what was not seen says so.</summary>
    private static void AssertIsTrue(ParcelInspectionBody part, BeltRig rig)
    {
        if (part.Flags?.Contains("PARCELS_SKIPPED") == true)
        {
            Assert.Equal((ParcelWords.Unknown, null), (part.Result, part.WaybillNo));
            return;
        }

        if (part.Flags?.Contains("NO_DECISION") == true)
        {
            // An address that was refused in the wrong moment: unknown is what is known.
            Assert.Equal(ParcelWords.Unknown, part.Result);
            return;
        }

        var parcel = rig.Parcel(part.Scan!.Sequence!.Value);
        var said = part.OperatorResult is null ? parcel.Machine : parcel.Operator;
        Assert.Equal(said switch { ParcelVerdict.Clear => ParcelWords.Clear, ParcelVerdict.Alarm => ParcelWords.Alarm, _ => ParcelWords.Unknown }, part.Result);
        Assert.Contains(part.WaybillNo, new[] { parcel.Barcode, null });
    }

    private static IEnumerable<ParcelInspectionBody> Told(FakeSink sink) => sink.Entered.Select(reading => reading.Body).OfType<ParcelInspectionBody>();

    /// <summary>Opens the conversation again whenever it ends, as the host does.</summary>
    private static async Task TalkAsync(FakeHost host, FakeSink sink, int port, bool rtu, CancellationToken ct)
    {
        var fast = TimeSpan.FromMilliseconds(10);
        var options = new XrayModbusOptions
        {
            Bus = rtu
                ? new ModbusBusSettings(null, new SerialSettings($"tcp://127.0.0.1:{port}"), TimeSpan.FromMilliseconds(200))
                : new ModbusBusSettings(new DeviceAddress("127.0.0.1", port), null, TimeSpan.FromMilliseconds(200)),
            Units = [new BeltUnitOptions("belt", 1, BeltMap.Default(new BeltPace(TimeSpan.FromMilliseconds(50), fast, TimeSpan.FromMilliseconds(200))), null)],
            DecisionWait = TimeSpan.FromMilliseconds(100),
            Limits = new BusLimits { RefusedRetry = TimeSpan.FromMilliseconds(100) },
        };
        while (!ct.IsCancellationRequested)
        {
            await using var driver = new XrayModbusDriver(host.Context, options);
            try
            {
                await driver.ConnectAsync(ct);
                await driver.RunAsync(sink, ct);
            }
            catch (Exception end) when (end is DeviceFaultException or OperationCanceledException)
            {
                // The twin cut the link, or the test is over.
            }
        }
    }
}
