using System.Net;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PdtRadio.Hytera;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Sim.Ports;
using EdgeGateway.Sim.Radio;
using EdgeGateway.Sim.Twins.PdtRadio.Hytera;
using EdgeGateway.Sim.Verification;
using EdgeGateway.Tests.FirmwareSim.Radio;

namespace EdgeGateway.Tests.FirmwareSim.Twins.PdtRadio.Hytera;

/// <summary>The mobile twin talks to the driver over each kind of line, with each failure of the field; nothing that was acknowledged is lost or altered.</summary>
public sealed class MobileAgainstDriverTests
{
    private static readonly RadioProfile s_busy = new()
    {
        Radios = 16, FirstId = 2_308_090, ReportEvery = TimeSpan.FromSeconds(1), TextEvery = TimeSpan.FromSeconds(2), AckTimeout = TimeSpan.FromMilliseconds(200),
    };

    private static readonly Dictionary<string, RadioProfile> s_profiles = new()
    {
        ["well-behaved"] = s_busy with { CallEvery = TimeSpan.FromSeconds(3) },
        ["repeats"] = s_busy with { Faults = new() { Repeats = 3 } },
        ["repeats-identically"] = s_busy with { Faults = new() { Repeats = 4, RepeatsSameNumber = true } },
        ["loses-our-acks"] = s_busy with { Faults = new() { DropAckEvery = 3 } },
        ["acks-get-lost"] = s_busy with { Faults = new() { WithholdAckEvery = 3 } },
        ["bad-checksums"] = s_busy with { Faults = new() { BadChecksumShare = 0.5 } },
        ["gps-oddities"] = s_busy with { Faults = new() { OddityShare = 0.6 } },
        ["emergency"] = s_busy with { Emergencies = [new RadioEmergency(3, TimeSpan.FromMilliseconds(300), null)] },
    };

    private static readonly Dictionary<string, RadioFaults> s_onStreams = new()
    {
        ["noise"] = new() { NoiseShare = 0.3 },
        ["cut-frames"] = new() { CutShare = 0.3 },
        ["frames-in-pieces"] = new() { SplitShare = 0.5 },
        ["all-of-it"] = new() { NoiseShare = 0.2, CutShare = 0.2, SplitShare = 0.3, Repeats = 1, DropAckEvery = 5 },
    };

    private static readonly Dictionary<string, RadioFaults> s_onDatagrams = new()
    {
        ["source-port-moves"] = new() { RebindEvery = 5 },
        ["one-byte-zero"] = new() { ResetEvery = 10 },
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (string name in s_profiles.Keys)
            {
                cases.Add("tcp", name);
                cases.Add("udp", name);
            }

            s_onStreams.Keys.ToList().ForEach(name => cases.Add("tcp", name));
            s_onDatagrams.Keys.ToList().ForEach(name => cases.Add("udp", name));
            cases.Add("serial", "well-behaved");
            cases.Add("serial", "all-of-it");
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Play_Profile_NothingIsLostAlteredInventedOrToldTwice(string wire, string name)
    {
        RadioProfile profile = s_profiles.TryGetValue(name, out RadioProfile? known) ? known : s_busy with { Faults = s_onStreams.GetValueOrDefault(name) ?? s_onDatagrams[name] };
        await using RadioPlay play = await PlayAsync(wire, profile, count: 30);
        await play.DoneAsync();
        AssertClean(await play.EndAsync());
    }

    [Theory]
    [InlineData("tcp")]
    [InlineData("udp")]
    [InlineData("serial")]
    public async Task Play_LineComesAndGoes_NothingIsLostAlteredInventedOrToldTwice(string wire)
    {
        await using RadioPlay play = await PlayAsync(wire, s_busy);
        await play.ToldAsync(10);
        play.Trouble.Garbage(3);
        play.Trouble.CutInside(2);
        await play.ToldAsync(20);
        play.Trouble.Disconnect(TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(400));
        await play.ToldAsync(35);
        AssertClean(await play.EndAsync());
    }

    [Fact]
    public async Task Play_SerialLineIsReplugged_TheDriverFindsTheNewOne()
    {
        await using RadioPlay play = await PlayAsync("serial", s_busy with { Faults = new() { ReplugEvery = TimeSpan.FromSeconds(1) } });
        await play.ToldAsync(40);
        AssertClean(await play.EndAsync());
    }

    private static Task<RadioPlay> PlayAsync(string wire, RadioProfile profile, long count = long.MaxValue)
    {
        IBytePort? port = null;
        string node = Path.Combine(Path.GetTempPath(), "radio-" + Path.GetRandomFileName());
        return RadioPlay.StartAsync(
            profile,
            plan => HyteraRadioTwin.Of(plan, port = wire switch
            {
                "tcp" => new TcpBytePort(new IPEndPoint(IPAddress.Loopback, 0)),
                "udp" => new UdpBytePort(new IPEndPoint(IPAddress.Loopback, 0), HrnpBytes.IsConnect),
                _ => new PtyBytePort(node, () => plan.Trouble.DownUntil(plan.Time.GetUtcNow()) > plan.Time.GetUtcNow(), plan.Time),
            }),
            _ => Driver(port!, node),
            count);
    }

    private static Func<DriverContext, IDeviceDriver> Driver(IBytePort port, string node)
    {
        HyteraRadioOptions options = port switch
        {
            TcpBytePort tcp => new() { Line = new SerialSettings($"tcp://127.0.0.1:{tcp.EndPoint.Port}") },
            UdpBytePort udp => new() { Mode = HyteraRadioMode.UdpHrnp, Host = "127.0.0.1", HrnpPort = udp.EndPoint.Port, LocalHrnpPort = 0 },
            _ => new() { Line = new SerialSettings(node) },
        };
        options = options with { AckTimeout = TimeSpan.FromMilliseconds(400), ProbeAfter = TimeSpan.FromSeconds(1) };
        return context => new HyteraRadioDriver(context, options);
    }

    private static void AssertClean(VerifyReport report) =>
        Assert.True(report is { Lost: 0, Altered: 0, Invented: 0, Renumbered: 0 }, $"{report.Line} invented {report.Invented} renumbered {report.Renumbered}\n{string.Join('\n', report.Notes)}");
}
