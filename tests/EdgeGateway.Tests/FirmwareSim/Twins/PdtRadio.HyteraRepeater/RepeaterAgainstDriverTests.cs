using System.Net;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Drivers.PdtRadio.HyteraRepeater;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Sim.Radio;
using EdgeGateway.Sim.Twins.PdtRadio.HyteraRepeater;
using EdgeGateway.Sim.Verification;
using EdgeGateway.Tests.FirmwareSim.Radio;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.PdtRadio.HyteraRepeater;

/// <summary>The repeater twin talks to the driver, with each failure of the field; nothing that was acknowledged is lost or altered, and nothing is told twice.</summary>
public sealed class RepeaterAgainstDriverTests
{
    private static readonly RadioProfile s_busy = new()
    {
        Radios = 16, FirstId = 2_308_090, ReportEvery = TimeSpan.FromSeconds(1), TextEvery = TimeSpan.FromSeconds(2),
        AckTimeout = TimeSpan.FromMilliseconds(200), Heartbeat = TimeSpan.FromMilliseconds(100), TextAnswer = TimeSpan.FromMilliseconds(20),
    };

    private static readonly Dictionary<string, RadioProfile> s_profiles = new()
    {
        ["well-behaved"] = s_busy with { CallEvery = TimeSpan.FromSeconds(3) },
        ["without-rssi"] = s_busy with { Rssi = false },
        ["subnet-zero"] = s_busy with { Subnet = 0 },
        ["repeats-under-new-numbers"] = s_busy with { Faults = new() { Repeats = 3 } },
        ["repeats-under-the-same-number"] = s_busy with { Faults = new() { Repeats = 4, RepeatsSameNumber = true } },
        ["loses-our-acks"] = s_busy with { Faults = new() { DropAckEvery = 3 } },
        ["calls-whose-acks-get-lost"] = s_busy with { TextEvery = TimeSpan.Zero, CallEvery = TimeSpan.FromSeconds(1), CallFor = TimeSpan.FromMilliseconds(400), Faults = new() { DropAckEvery = 3 } },
        ["acks-get-lost"] = s_busy with { Faults = new() { WithholdAckEvery = 2 } },
        ["source-port-moves"] = s_busy with { Faults = new() { RebindEvery = 5 } },
        ["bad-checksums"] = s_busy with { Faults = new() { BadChecksumShare = 0.5 } },
        ["gps-oddities"] = s_busy with { Faults = new() { OddityShare = 0.6 } },
        ["clock-behind"] = s_busy with { Faults = new() { ClockOffset = TimeSpan.FromMinutes(-10) } },
        ["clock-ahead"] = s_busy with { Faults = new() { ClockOffset = TimeSpan.FromMinutes(10) } },
        ["loses-70-percent"] = s_busy with { Faults = new() { LostShare = 0.7 } },
        ["out-of-coverage"] = s_busy with { Faults = new() { CoveredFor = TimeSpan.FromMilliseconds(700), MuteFor = TimeSpan.FromMilliseconds(400) } },
        ["emergency"] = s_busy with { Emergencies = [new RadioEmergency(3, TimeSpan.FromMilliseconds(300), null)] },
    };

    public static TheoryData<string> Profiles => [.. s_profiles.Keys];

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Play_Profile_NothingIsLostAlteredInventedOrToldTwice(string name)
    {
        await using RadioPlay play = await PlayAsync(s_profiles[name], count: 40);
        await play.DoneAsync();
        AssertClean(await play.EndAsync());
    }

    [Fact]
    public async Task Play_ScenarioFaults_NothingIsLostAlteredInventedOrToldTwice()
    {
        await using RadioPlay play = await PlayAsync(s_busy);
        await play.ToldAsync(10);
        play.Trouble.Garbage(5);
        play.Trouble.CutInside(5);
        play.Trouble.Burst(3);
        await play.ToldAsync(30);
        play.Trouble.Silence(TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(700));
        await play.ToldAsync(45);
        play.Trouble.Disconnect(TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(700));
        play.Trouble.StepClock(TimeSpan.FromHours(-1));
        await play.ToldAsync(60);
        AssertClean(await play.EndAsync());
    }

    [Fact]
    public async Task Play_GatewayRestarts_NothingIsLost()
    {
        await using RadioPlay play = await PlayAsync(s_busy);
        await play.ToldAsync(20);
        await play.RestartDriverAsync(Driver);
        await play.ToldAsync(40);
        VerifyReport report = await play.EndAsync();
        Assert.True(report is { Lost: 0, Altered: 0, Invented: 0 }, report.Line + "\n" + string.Join('\n', report.Notes));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SendText_EvenWhenTheRepeaterExpectsHigherNumbers_ReachesTheScreenAndTheDeliveryIsToldOnce(bool restarts)
    {
        await using RadioPlay play = await PlayAsync(s_busy with { Faults = new() { IgnoresOldNumbers = true } });
        await play.ToldAsync(10);
        for (int i = 1; i <= 4; i++)
        {
            Assert.Equal("done", await SendAsync(play, $"c-{i}", 2_308_091, $"速回 {i}"));
        }

        if (restarts)
        {
            await play.RestartDriverAsync(Driver);
            await Soon.TrueAsync(() => play.Driver is not null, "it is connected");
            Assert.Equal("done", await SendAsync(play, "c-5", 2_308_091, "速回 5"));
        }

        await Soon.TrueAsync(() => play.Sink.Entered.Count(reading => reading.Body is RadioDeliveryBody { Level: "application", Result: "delivered" }) == (restarts ? 5 : 4), "the delivery is told");
        Assert.Equal((string[])["速回 1", "速回 2", "速回 3", "速回 4", .. restarts ? ["速回 5"] : Array.Empty<string>()], play.Twin.Screen.Texts.Where(shown => !shown.Again).Select(shown => shown.Text));
        VerifyReport report = await play.EndAsync();
        Assert.True(report is { Lost: 0, Altered: 0, Invented: 0 }, report.Line + "\n" + string.Join('\n', report.Notes));
    }

    [Fact]
    public async Task SendText_RadioOutOfReach_IsUnreachable()
    {
        await using RadioPlay play = await PlayAsync(s_busy with { Faults = new() { TextResult = 8 } });
        await play.ToldAsync(10);
        Assert.Equal("failed", await SendAsync(play, "c-1", 2_308_091, "速回"));
        await Soon.TrueAsync(() => play.Sink.Entered.Any(reading => reading.Body is RadioDeliveryBody { Level: "application", Result: "unreachable", Code: 8 }), "that is told");
        AssertClean(await play.EndAsync());
    }

    private static async Task<string> SendAsync(RadioPlay play, string id, int to, string text)
    {
        using var args = JsonDocument.Parse($$"""{"to":{{to}},"kind":"individual","text":"{{text}}"}""");
        await Soon.TrueAsync(() => play.Driver is not null, "it is connected");
        CommandOutcome outcome = await ((ICommandable)play.Driver!).ExecuteAsync(Order(id, args), CancellationToken.None);
        return outcome.State.ToString().ToLowerInvariant();
    }

    private static DeviceCommand Order(string id, JsonDocument args) => new(id, "radio.send-text", args.RootElement, DateTimeOffset.MaxValue);

    private static Task<RadioPlay> PlayAsync(RadioProfile profile, long count = long.MaxValue) =>
        RadioPlay.StartAsync(profile, plan => HyteraRepeaterTwin.Of(plan, new IPEndPoint(IPAddress.Loopback, 0)), Driver, count);

    private static Func<DriverContext, IDeviceDriver> Driver(RadioTwin twin)
    {
        var options = new HyteraRepeaterOptions
        {
            Host = "127.0.0.1",
            Places = [.. twin.Doors.Select(door => new HstrpPlace((HdapService)(byte)door.Service!.Value, door.Slot!.Value, ((HstrpLink)door.Link).EndPoint.Port, 0))],
            AckTimeout = TimeSpan.FromMilliseconds(400),
            Heartbeat = TimeSpan.FromMilliseconds(200),
            Common = new RadioLinkOptions { AnswerTimeout = TimeSpan.FromSeconds(2) },
        };
        return context => new HyteraRepeaterDriver(context, options);
    }

    private static void AssertClean(VerifyReport report) =>
        Assert.True(report is { Lost: 0, Altered: 0, Invented: 0, Renumbered: 0 }, $"{report.Line} invented {report.Invented} renumbered {report.Renumbered}\n{string.Join('\n', report.Notes)}");
}
