using System.Net;
using System.Text;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Radio;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Radio;

/// <summary>The repeater twin against a gateway of a few lines: what it promises, and every fault that it can show.</summary>
public sealed class RepeaterTwinTests
{

    private static readonly RadioProfile s_calm = new()
    {
        Radios = 3, FirstId = 3000, ReportEvery = TimeSpan.FromSeconds(1), TextEvery = TimeSpan.Zero, AckTimeout = TimeSpan.FromMilliseconds(80), Rssi = false,
    };

    [Fact]
    public async Task Run_GatewayAcknowledges_EveryMessageIsTruthOnceAndInItsWords()
    {
        await using RadioPair pair = await RadioPair.ConnectedAsync(s_calm with { Rssi = true, TextEvery = TimeSpan.FromSeconds(1), CallEvery = TimeSpan.FromSeconds(2) });
        await Soon.TrueAsync(() => pair.Rig.Told.Select(line => line.Kind).Distinct().Count() == 5 && pair.Rig.Told.Count(line => line.Kind == "radio.position") > 5, "all kinds are told");
        await pair.Rig.EndAsync();

        Assert.True(pair.Rig.Ledger.Lines.Count - pair.Rig.Told.Count() < 10, "only what was on its way at the end is not told");
        Assert.Equal(3, pair.Rig.Told.Count(line => line.NativeId.StartsWith("RRS/0003/00000000/300", StringComparison.Ordinal) && line.Facts!["state"] == "online"));
        TruthLine text = pair.Rig.Told.First(line => line.Kind == "radio.message");
        string utf16 = Convert.ToHexStringLower(Encoding.Unicode.GetBytes(text.Facts!["text"]));
        byte[] message = pair.Peer.Messages.First(bytes => Convert.ToHexStringLower(bytes).Contains(utf16, StringComparison.Ordinal));
        Assert.Equal(text.NativeId, $"TMP/00b1/{Convert.ToHexStringLower(message[5..9])}/{text.Facts["radioId"]}");
        TruthLine report = pair.Rig.Told.First(line => line.Kind == "radio.position");
        Assert.Contains(pair.Peer.Messages, bytes => bytes.Length > 50 && Encoding.ASCII.GetString(bytes, 16, 12) == report.NativeId.Split('/')[4]);
        Assert.Equal(report.Time, DateTimeOffset.Parse(report.Facts!["fixTime"], System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(double.Parse(report.Facts["position.lat"], System.Globalization.CultureInfo.InvariantCulture), 23.12, 23.14);
        Assert.Equal(pair.Rig.Told.Count(), pair.Rig.Told.Select(line => (line.NativeId, line.Kind, line.Facts!.GetValueOrDefault("phase"))).Distinct().Count());
    }

    [Fact]
    public async Task Run_NobodyAcknowledges_NothingIsPromisedAndTheFirstComesAgain()
    {
        await using RadioPair pair = await RadioPair.ConnectedAsync(s_calm with { Radios = 1 }, acknowledges: false);
        await Soon.TrueAsync(() => pair.Peer.Frames.Count >= 6, "it comes again");
        Assert.Single(pair.Peer.Messages.Select(Convert.ToHexStringLower).Distinct());
        Assert.Equal([4, 4, 4, 4], pair.Peer.Numbers.GroupBy(number => number).Take(1).SelectMany(same => Enumerable.Repeat(same.Count(), 4)));
        await pair.Rig.EndAsync();
        Assert.NotEmpty(pair.Rig.Ledger.Lines);
        Assert.All(pair.Rig.Ledger.Lines, line => Assert.Equal(TruthLine.None, line.Told));
    }

    [Fact]
    public async Task Run_CountReached_EndsWhenAllIsTold()
    {
        (RadioRig rig, IPEndPoint at) = RadioRig.Repeater(s_calm, count: 5);
        await using (rig)
        {
            await using var peer = new HstrpPeer(at);
            await peer.ConnectAsync();
            await rig.DoneAsync();
            Assert.Equal(5, rig.Told.Count());
        }
    }

    [Fact]
    public async Task Connect_AndHeartbeat_AreAnswered()
    {
        await using RadioPair pair = await RadioPair.ConnectedAsync(s_calm with { Heartbeat = TimeSpan.FromMilliseconds(50) });
        await Soon.TrueAsync(() => pair.Peer.Others.Any(bytes => Convert.ToHexStringLower(bytes) == "324200020000"), "it beats");
        Assert.Contains(pair.Peer.Others, bytes => Convert.ToHexStringLower(bytes) == "324200250000830400000001040101");
    }

    [Fact]
    public async Task Text_ToARadio_IsShownOnceAndAcknowledged()
    {
        string screen = Path.GetTempFileName();
        await using RadioPair pair = await RadioPair.ConnectedAsync(s_calm with { Screen = screen, TextAnswer = TimeSpan.FromMilliseconds(30) });
        byte[] text = HdapBytes.Of(RadioService.Tmp, 0x80A1, [0, 0, 0, 9, 10, 0, 0x0B, 0xB9, 0, 0, 0, 1, .. Encoding.Unicode.GetBytes("速回 3")]);
        await pair.Peer.TellAsync(text, number: 5);
        await pair.Peer.TellAsync(text, number: 5);
        await Soon.TrueAsync(() => pair.Rig.Told.Any(line => line.Kind == "radio.delivery"), "it is acknowledged");
        await pair.Peer.TellAsync(text, number: 6);
        await Soon.TrueAsync(() => pair.Rig.Twin.Screen.Texts.Count == 2, "it comes again under another number");

        Assert.Equal([new ShownText(3001, 1, false, 9, "速回 3", false), new ShownText(3001, 1, false, 9, "速回 3", true)], pair.Rig.Twin.Screen.Texts);
        Assert.Contains(pair.Peer.Messages, bytes => Convert.ToHexStringLower(bytes).StartsWith("0900a2000d000000090a000bb90000000100", StringComparison.Ordinal));
        Assert.Equal("TMP/00a2/00000009/3001", pair.Rig.Told.First(line => line.Kind == "radio.delivery").NativeId);
        Assert.Contains("\"requestId\":\"00000009\",\"text\":\"速回 3\"", await File.ReadAllTextAsync(screen), StringComparison.Ordinal);
        File.Delete(screen);
    }

    [Fact]
    public async Task Text_ToARadioOutOfReach_IsResult8AndNotShown()
    {
        await using RadioPair pair = await RadioPair.ConnectedAsync(s_calm with { Faults = new RadioFaults { TextResult = 8 } });
        await pair.Peer.TellAsync(HdapBytes.Of(RadioService.Tmp, 0x80A1, [0, 0, 0, 9, 10, 0, 0x0B, 0xB9, 0, 0, 0, 1, 65, 0]));
        await Soon.TrueAsync(() => pair.Rig.Told.Any(line => line.Kind == "radio.delivery" && line.Facts!["code"] == "8"), "it is refused");
        Assert.Empty(pair.Rig.Twin.Screen.Texts);
    }

    [Fact]
    public async Task Questions_PositionAndStatus_AreAnswered()
    {
        await using RadioPair pair = await RadioPair.ConnectedAsync(s_calm);
        await pair.Peer.TellAsync(HdapBytes.Of(RadioService.Lp, 0xA001, 0x20, 0, 0, 3, 10, 0, 0x0B, 0xB9));
        await pair.Peer.TellAsync(HdapBytes.Of(RadioService.Rrs, 0x0002, 10, 0, 0x0B, 0xB9));
        await Soon.TrueAsync(() => pair.Rig.Told.Any(line => line.NativeId.StartsWith("LP/a002/20000003/3001/", StringComparison.Ordinal)), "a place is told");
        await Soon.TrueAsync(() => pair.Peer.Messages.Any(bytes => Convert.ToHexStringLower(bytes).StartsWith("11008200050a000bb900", StringComparison.Ordinal)), "a status is told");
    }

    [Fact]
    public async Task Emergency_FileAppears_GoesBeforeEverythingThatWaits()
    {
        string button = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using RadioPair pair = await RadioPair.ConnectedAsync(s_calm with { TextEvery = TimeSpan.FromSeconds(1), Emergencies = [new RadioEmergency(2, null, button)] }, acknowledges: false);
        await Soon.TrueAsync(() => pair.Peer.Frames.Count > 3, "something waits");
        await File.WriteAllTextAsync(button, "");
        pair.Peer.Acknowledges = true;
        await Soon.TrueAsync(() => pair.Rig.Told.Any(line => line.NativeId.StartsWith("LP/b003/00000000/3001/", StringComparison.Ordinal) && line.Kind == "radio.emergency"), "it is told");
        await Soon.TrueAsync(() => pair.Rig.Told.Any(line => line is { NativeId: "RCP/b845/00000000/3001", Kind: "radio.emergency" }), "its call is told");
        File.Delete(button);
        TruthLine[] told = [.. pair.Rig.Told];
        Assert.InRange(Array.FindIndex(told, line => line.Kind == "radio.emergency"), 0, 4);
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 4)]
    public async Task Repeats_OfAcknowledgedMessages_ComeUnderNewOrTheSameNumber(bool same, int times)
    {
        await using RadioPair pair = await RadioPair.ConnectedAsync(s_calm with { Faults = new RadioFaults { Repeats = times, RepeatsSameNumber = same } });
        await Soon.TrueAsync(() => pair.Peer.Frames.Count > 12, "it repeats");
        byte[] first = pair.Peer.Messages.First();
        int[] numbers = [.. pair.Peer.Frames.Zip(pair.Peer.Messages, pair.Peer.Numbers).Where(all => all.Second.SequenceEqual(first)).Select(all => all.Third)];
        Assert.Equal((times + 1, same ? 1 : times + 1), (numbers.Length, numbers.Distinct().Count()));
        Assert.Single(pair.Rig.Told, line => line.NativeId == "RRS/0003/00000000/3000");
    }

    [Fact]
    public async Task DropAck_EverySecond_SendsTheSameFrameAgainAndPromisesOnce()
    {
        await using RadioPair pair = await RadioPair.ConnectedAsync(s_calm with { Faults = new RadioFaults { DropAckEvery = 2 } });
        await Soon.TrueAsync(() => pair.Rig.Told.Count() >= 4, "it goes on");
        Assert.Contains(pair.Peer.Frames.GroupBy(one => Convert.ToHexString(one.Frame)), same => same.Count() > 1);
        Assert.Equal(pair.Rig.Told.Count(), pair.Rig.Told.Select(line => line.NativeId).Distinct().Count());
    }

    [Fact]
    public async Task WithholdAck_EverySecond_LeavesUsWithout()
    {
        await using RadioPair pair = await RadioPair.ConnectedAsync(s_calm with { Faults = new RadioFaults { WithholdAckEvery = 2 } });
        byte[] text = HdapBytes.Of(RadioService.Tmp, 0x00B1, [0, 0, 0, 9, 0, 0, 0, 1, 0, 0, 0, 1, 65, 0]);
        await pair.Peer.TellAsync(text, number: 1);
        await pair.Peer.TellAsync(text, number: 2);
        await Soon.TrueAsync(() => pair.Rig.Twin.Screen.Texts.Count == 2, "both are heard");
        await pair.Peer.TellAsync(text, number: 3);
        await Soon.TrueAsync(() => Acks(pair.Peer).Contains("0003"), "the third is acknowledged");
        Assert.Equal(["0001", "0003"], Acks(pair.Peer));
    }

    [Fact]
    public async Task OldNumbers_AfterANewConnect_AreIgnoredUntilTheyCatchUp()
    {
        await using RadioPair pair = await RadioPair.ConnectedAsync(s_calm with { Faults = new RadioFaults { IgnoresOldNumbers = true } });
        byte[] text = HdapBytes.Of(RadioService.Tmp, 0x00B1, [0, 0, 0, 9, 0, 0, 0, 1, 0, 0, 0, 1, 65, 0]);
        await pair.Peer.TellAsync(text, number: 700);
        await Soon.TrueAsync(() => pair.Rig.Twin.Screen.Texts.Count == 1, "it is heard");
        await pair.Peer.ConnectAsync();
        await pair.Peer.TellAsync(text, number: 1);
        await pair.Peer.TellAsync(text, number: 701);
        await Soon.TrueAsync(() => Acks(pair.Peer).Contains("02bd"), "the higher one is heard");
        Assert.DoesNotContain("0001", Acks(pair.Peer));
    }

    [Fact]
    public async Task Rebind_EveryThird_SpeaksFromElsewhereAndHearsOnlyThere()
    {
        await using RadioPair pair = await RadioPair.ConnectedAsync(s_calm with { Faults = new RadioFaults { RebindEvery = 3 } });
        await Soon.TrueAsync(() => pair.Peer.Frames.Select(one => one.From.Port).Distinct().Count() >= 3, "it moves");
        Assert.All(pair.Rig.Told.GroupBy(line => line.NativeId), same => Assert.Single(same));
        await pair.Peer.ConnectAsync();
        await Soon.TrueAsync(() => pair.Peer.From.Equals(pair.At) || pair.Peer.Frames.Any(one => one.From.Equals(pair.At)), "a call finds it at home");
    }

    [Fact]
    public async Task Reset_EverySecond_SendsOneByteZero()
    {
        await using RadioPair pair = await RadioPair.ConnectedAsync(s_calm with { Faults = new RadioFaults { ResetEvery = 2 } });
        await Soon.TrueAsync(() => pair.Peer.Others.Any(bytes => bytes is [0]), "one byte comes");
    }

    [Fact]
    public async Task BadChecksum_Always_ComesBeforeTheTrueOneAndIsNotPromised()
    {
        await using RadioPair pair = await RadioPair.ConnectedAsync(s_calm with { Faults = new RadioFaults { BadChecksumShare = 1 } });
        await Soon.TrueAsync(() => pair.Rig.Told.Count() >= 3, "it goes on");

        // On a busy machine an answer comes late and the true one comes again.
        byte[][] messages = [.. WithoutRepeats(pair.Peer.Messages).Take(6)];
        Assert.Equal([true, false, true, false, true, false], messages.Select(message => HdapBytes.Read(message) is null));
        Assert.All(messages.Chunk(2), two => Assert.Equal(two[0][..^2], two[1][..^2]));
    }

    private static IEnumerable<byte[]> WithoutRepeats(IEnumerable<byte[]> messages)
    {
        byte[] last = [];
        foreach (byte[] message in messages.Where(message => !message.AsSpan().SequenceEqual(last)))
        {
            yield return last = message;
        }
    }

    [Fact]
    public async Task Gps_Oddities_ComeInTurnAndTheTruthKnows()
    {
        await using RadioPair pair = await RadioPair.ConnectedAsync(s_calm with { Registers = false, Faults = new RadioFaults { OddityShare = 1, ClockOffset = TimeSpan.FromMinutes(-10) } });
        await Soon.TrueAsync(() => pair.Rig.Told.Count() >= 4, "four reports");
        string[] gps = [.. pair.Peer.Messages.Take(4).Select(bytes => Encoding.ASCII.GetString(bytes, 13, 40))];
        TruthLine[] told = [.. pair.Rig.Told.Take(4)];
        Assert.StartsWith("A\0\0\0\0\0\0\0\0\0\0\0\0N", gps[0], StringComparison.Ordinal);
        Assert.Equal((default, "", 4), (told[0].Time, told[0].Facts!["fixTime"], told[0].NativeId.Split('/').Length));
        Assert.Contains("N0000.0000E00000.0000", gps[1], StringComparison.Ordinal);
        Assert.Equal("", told[1].Facts!["position.lat"]);
        Assert.Equal("V" + new string('\0', 39), gps[2]);
        Assert.NotEqual(gps[3][1..13], told[3].Time.UtcDateTime.ToString("HHmmssddMMyy", System.Globalization.CultureInfo.InvariantCulture));
        Assert.EndsWith("/" + gps[3][1..13], told[3].NativeId, StringComparison.Ordinal);
        Assert.InRange(TimeProvider.System.GetUtcNow() - told[3].Time, TimeSpan.FromMinutes(9.8), TimeSpan.FromMinutes(11));
    }

    [Fact]
    public async Task LostShare_All_NoReportIsToldOrPromised()
    {
        await using RadioPair pair = await RadioPair.ConnectedAsync(s_calm with { TextEvery = TimeSpan.FromSeconds(1), Faults = new RadioFaults { LostShare = 1 } });
        await Soon.TrueAsync(() => pair.Rig.Told.Count(line => line.Kind == "radio.message") >= 3, "texts come");
        await pair.Rig.EndAsync();
        Assert.DoesNotContain(pair.Rig.Ledger.Lines, line => line.Kind == "radio.position");
    }

    [Fact]
    public async Task Mute_OutOfCoverage_SaysNothingAndKeepsNothing()
    {
        await using RadioPair pair = await RadioPair.ConnectedAsync(s_calm with { Registers = false, TextEvery = TimeSpan.FromSeconds(1), Faults = new RadioFaults { CoveredFor = TimeSpan.FromMilliseconds(1), MuteFor = TimeSpan.FromHours(1) } });
        pair.Rig.Trouble.Burst(1);
        await Soon.TrueAsync(() => pair.Rig.Told.Count() == 3, "only the burst is heard");
        await pair.Rig.EndAsync();
        Assert.Equal(3, pair.Rig.Ledger.Lines.Count);
    }

    [Fact]
    public async Task OneWay_NothingOfOursGetsThroughThoughWeHear()
    {
        (RadioRig rig, IPEndPoint at) = RadioRig.Repeater(s_calm with { Faults = new RadioFaults { OneWay = true } });
        await using (rig)
        {
            await using var peer = new HstrpPeer(at);
            await peer.ConnectAsync();
            await peer.TellAsync(HdapBytes.Of(RadioService.Tmp, 0x00B1, [0, 0, 0, 9, 0, 0, 0, 1, 0, 0, 0, 1, 65, 0]));
            await Soon.TrueAsync(() => rig.Twin.Screen.Texts.Count == 1, "it hears");
            await rig.EndAsync();
            Assert.Empty(peer.Frames);
            Assert.Empty(peer.Others);
            Assert.NotEmpty(rig.Ledger.Lines);
            Assert.Empty(rig.Told);
        }
    }

    [Fact]
    public async Task Silence_Scenario_NothingIsSaidOrHeardAndNothingIsLost()
    {
        await using RadioPair pair = await RadioPair.ConnectedAsync(s_calm);
        await Soon.TrueAsync(() => pair.Rig.Told.Any(), "it speaks");
        DateTimeOffset until = TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(600);
        pair.Rig.Trouble.Silence(until);
        int before = pair.Peer.Frames.Count;
        await Soon.TrueAsync(() => pair.Peer.Frames.Count > before + 5, "it speaks again");
        Assert.True(TimeProvider.System.GetUtcNow() >= until);
    }

    [Fact]
    public async Task GarbageAndHalfFrames_Scenario_ComeBesideWhatIsTold()
    {
        await using RadioPair pair = await RadioPair.ConnectedAsync(s_calm);
        pair.Rig.Trouble.Garbage(1);
        pair.Rig.Trouble.CutInside(1);
        await Soon.TrueAsync(() => pair.Peer.Others.Any(bytes => bytes.Length == 1400) && pair.Peer.Others.Concat(pair.Peer.Frames.Select(one => one.Frame)).Any(IsHalf), "both come");
    }

    [Fact]
    public async Task AlsoThrough_AnotherLink_BothTellAndOneLineStands()
    {
        var air = new RadioAir();
        (RadioRig second, IPEndPoint at) = RadioRig.Repeater(s_calm with { FirstId = 9000, Registers = false, ReportEvery = TimeSpan.Zero }, air, "radio-2");
        await using (second)
        {
            await using var other = new HstrpPeer(at);
            await other.ConnectAsync();
            await using RadioPair pair = await RadioPair.ConnectedAsync(s_calm with { Faults = new RadioFaults { AlsoThrough = "radio-2" } }, air: air);
            await Soon.TrueAsync(() => other.Frames.Count >= 4 && pair.Peer.Frames.Count >= 4, "both hear");
            await Soon.TrueAsync(() => pair.Rig.Ledger.Lines.Concat(second.Ledger.Lines).Count() >= 4, "all are noted");
            Assert.All(pair.Rig.Ledger.Lines.Concat(second.Ledger.Lines).GroupBy(line => line.NativeId), same => Assert.Equal(("radio-1", "radio-2"), (Assert.Single(same).Device, Assert.Single(same).Also)));
        }
    }

    private static bool IsHalf(byte[] frame) => frame is [0x32, 0x42, 0, 0x20, ..] && (frame.Length < 16 || HdapBytes.Read(frame.AsSpan(15)) is null);

    private static string[] Acks(HstrpPeer peer) =>
        [.. peer.Others.Where(bytes => bytes is [0x32, 0x42, 0, 0x21, ..]).Select(bytes => Convert.ToHexStringLower(bytes[4..6]))];
}
