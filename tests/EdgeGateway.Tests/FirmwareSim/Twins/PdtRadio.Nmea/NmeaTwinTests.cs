using System.Globalization;
using System.Net;
using System.Text.Json;
using EdgeGateway.Drivers.PdtRadio.Nmea;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.PdtRadio.Nmea;
using EdgeGateway.Sim.Verification;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.PdtRadio.Nmea;

/// <summary>The twin of a receiver against the driver, over a loopback link: what its ledger says is what arrives.</summary>
public sealed class NmeaTwinTests
{
    private static readonly DateTimeOffset s_begin = new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);

    [Fact]
    public async Task Run_EveryFaultAtOnce_EveryFixThatWasToldArrivesAsToldAndNothingElse()
    {
        var faults = new NmeaFaults { NoTime = 7, Zero = 5, NoFix = 4, Noise = 0.3, Cut = 0.3, Merged = 0.3, BadChecksum = 0.3 };
        await CompareAsync(new NmeaProfile { Radio = 9_011_276, Every = TimeSpan.FromMilliseconds(50), Faults = faults }, fixes: 60);
    }

    [Fact]
    public async Task Run_1024WeeksBehind_ArrivesWithTheRightTime() =>
        await CompareAsync(new NmeaProfile { Every = TimeSpan.FromMilliseconds(50), Faults = new NmeaFaults { Weeks = true } }, fixes: 10);

    [Fact]
    public async Task Run_OnlyRmcOfASouthWesternPlace_Arrives() =>
        await CompareAsync(new NmeaProfile { Every = TimeSpan.FromMilliseconds(100), Gga = false, Lat = -33.45, Lon = -70.66, Talker = "BD" }, fixes: 10);

    [Fact]
    public void Say_SentencesOfAKnownMoment_AreAsComputedByHand()
    {
        // 23 degrees 07.7460 minutes north, 113 degrees 15.8640 minutes east; the sums were taken with another program.
        var moment = new NmeaMoment(s_begin, s_begin, 13_877_460, 67_958_640, 125, 844, NmeaOddity.None);

        Assert.Equal(
            [
                "$GNRMC,033200.000,A,2307.7460,N,11315.8640,E,12.5,84.4,221126,,,A*76",
                "$GNGGA,033200.000,2307.7460,N,11315.8640,E,1,09,0.92,21.4,M,-5.1,M,,*52",
            ],
            new NmeaVoice("gnss-1", new NmeaProfile()).Sentences(moment));
    }

    private static async Task CompareAsync(NmeaProfile profile, int fixes)
    {
        var ledger = new ListLedger();
        using var port = new NmeaTcpPort(new IPEndPoint(IPAddress.Loopback, 0));
        var now = DateTimeOffset.UtcNow;
        await using var twin = new NmeaTwin(new NmeaPlan("cam-1", profile, 42, now, now.AddMinutes(5), fixes), port, new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, now), ledger, TimeProvider.System);
        var host = new FakeHost(null!);
        var sink = new FakeSink();
        using var stop = new CancellationTokenSource();
        var options = new NmeaOptions
        {
            Line = new SerialSettings(string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{port.Local.Port}")),
            Radio = profile.Radio == 0 ? null : profile.Radio,
            Every = profile.Every,
        };
        await using var driver = new NmeaDriver(host.Context, options);
        await driver.ConnectAsync(stop.Token);
        var running = driver.RunAsync(sink, stop.Token);

        await twin.RunAsync(stop.Token);

        await Eventually.TrueAsync(() => sink.Stored >= fixes, "all fixes");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(fixes, ledger.Told.Count);
        Assert.Equal(fixes, sink.Entered.Count);
        foreach (var (line, reading) in ledger.Told.Zip(sink.Entered))
        {
            Assert.Equal((line.Device, line.NativeId, line.Kind), (reading.Device, reading.Body.Source?.NativeId, reading.Body.Kind));
            Assert.True(line.Time == default || line.Time == reading.Time, $"{line.NativeId}: {line.Time:O} became {reading.Time:O}");
            Assert.Null(FactCheck.Difference(line.Facts!, JsonSerializer.SerializeToElement((RadioPositionBody)reading.Body, BodyJson.Default.RadioPositionBody)));
        }
    }

    private sealed class ListLedger : ITruthLedger
    {
        public List<TruthLine> Told { get; } = [];

        public void Note(TruthLine line)
        {
            if (line.IsAccepted)
            {
                Told.Add(line);
            }
        }
    }
}
