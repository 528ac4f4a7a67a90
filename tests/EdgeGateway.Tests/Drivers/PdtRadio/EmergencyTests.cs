using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

/// <summary>pdt-radio.md section 8.3.</summary>
public sealed class EmergencyTests
{
    private const string Voice = "0100";
    private const string Ended = "0300";
    private const string Left = "0a00";
    private const string To1234 = "d2040000";
    private const string From111 = "6f000000";
    private const string EmergencyCall = "0300";
    private const string EmergencyAlarm = "0500";

    private static readonly string s_gps = Convert.ToHexStringLower("A033200221126N2307.2030E11315.00000.2090"u8);

    [Fact]
    public void EmergencyReport_IsAnAlarmWithItsPlaceBeside_AndNotVerified()
    {
        var readings = new Link().Hear(HdapService.Lp, 0xB003, "0a00006f" + "02" + s_gps);
        var body = Assert.IsType<RadioEmergencyBody>(readings[0].Body);

        Assert.Equal((Lane.Alarm, 111L, "begins", "alarm", false), (readings[0].Lane, body.RadioId, body.State, body.EmergencyKind, body.Verified));
        Assert.Equal(["LP b003 type 2"], body.Evidence);
        Assert.Equal(23.12005, body.Position!.Lat, 9);
        Assert.Equal("LP/b003/00000000/111/033200221126", body.Source?.NativeId);
        Assert.Equal((Lane.Telemetry, "emergency"), (readings[1].Lane, Assert.IsType<RadioPositionBody>(readings[1].Body).Trigger));
        Assert.Equal(2, readings.Count);
    }

    [Fact]
    public void EmergencyReportWithVariableData_IsAnAlarmAndNotVerified()
    {
        var body = new Link().Alarm(HdapService.Lp, 0xB004, "0a00006f" + "0107" + "cafe")!;

        Assert.Equal(("begins", false, 111L), (body.State, body.Verified, body.RadioId));
    }

    [Theory]
    [InlineData(0xB844, Voice + EmergencyCall + To1234 + From111, "call", 111)]
    [InlineData(0xB844, Voice + EmergencyAlarm + To1234 + From111, "alarm", 111)]
    [InlineData(0xB844, Voice + "0c00" + To1234 + From111, "call", 111)]
    [InlineData(0xB844, "1100" + "0100" + To1234 + From111, "alarm", 111)]
    [InlineData(0xB845, "0100" + "0000" + "0100" + "0300" + To1234 + From111, "call", 111)]
    [InlineData(0xB845, "0100" + "0000" + "0100" + "0500" + To1234 + From111, "alarm", 111)]
    [InlineData(0xB845, "0100" + "0000" + "0100" + "0c00" + To1234 + From111, "call", 111)]
    [InlineData(0xB843, Voice + "0000" + EmergencyCall + To1234, "call", 7)]
    [InlineData(0xB0C8, "090100", "alarm", 7)]
    [InlineData(0xB0C8, "090200", "alarm", 7)]
    [InlineData(0xB0C8, "0e0100", "manDown", 7)]
    public void AnyOfTheSigns_Raises(int opcode, string payload, string kind, int radio)
    {
        var body = new Link(own: 7).Alarm(HdapService.Rcp, opcode, payload)!;

        Assert.Equal(("begins", kind, (long)radio), (body.State, body.EmergencyKind, body.RadioId));
    }

    [Theory]
    [InlineData(0xB844, Voice + "0000" + To1234 + From111)]
    [InlineData(0xB844, Voice + "0400" + To1234 + From111)]
    [InlineData(0xB844, Left + "0100" + To1234 + From111)]
    [InlineData(0xB845, "0100" + "0000" + "0100" + "0100" + To1234 + From111)]
    [InlineData(0xB0C8, "090000")]
    [InlineData(0xB0C8, "0e0000")]
    [InlineData(0xB0C8, "0b0400")]
    public void OtherMessages_DoNotRaise(int opcode, string payload) => Assert.Null(new Link(own: 7).Alarm(HdapService.Rcp, opcode, payload));

    [Fact]
    public void SeveralSignsOfOneRadio_AreOneEmergencyThatLearns()
    {
        var link = new Link(own: 111);

        Assert.Equal("begins", link.Alarm(HdapService.Rcp, 0xB844, Voice + EmergencyAlarm + To1234 + From111)!.State);
        link.Now += TimeSpan.FromSeconds(3);
        var more = link.Alarm(HdapService.Rcp, 0xB0C8, "090100")!;
        Assert.Equal(("goes-on", "alarm"), (more.State, more.EmergencyKind));
        Assert.Equal(["RCP b844 call type 5", "RCP b0c8 item 9"], more.Evidence);
        Assert.Null(link.Alarm(HdapService.Rcp, 0xB845, "0100" + "0500" + "0000" + "0000" + "00000000" + "00000000"));
        Assert.Equal(1, link.Emergencies.Count);
    }

    [Fact]
    public void TheSameSignWithinTenSeconds_IsNotToldAgain_LaterItGoesOn()
    {
        var link = new Link();
        string report = "0a00006f" + "02" + s_gps;

        Assert.Equal("begins", link.Alarm(HdapService.Lp, 0xB003, report)!.State);
        link.Now += TimeSpan.FromSeconds(9.9);
        Assert.Null(link.Alarm(HdapService.Lp, 0xB003, report));
        link.Now += TimeSpan.FromSeconds(0.1);
        Assert.Equal("goes-on", link.Alarm(HdapService.Lp, 0xB003, report)!.State);
    }

    [Fact]
    public void ManDownAndAlarm_AreTwo()
    {
        var link = new Link(own: 7);

        Assert.Equal("begins", link.Alarm(HdapService.Rcp, 0xB0C8, "0e0100")!.State);
        Assert.Equal("begins", link.Alarm(HdapService.Rcp, 0xB0C8, "090100")!.State);
        Assert.Equal(("ends", "manDown"), link.Alarm(HdapService.Rcp, 0xB0C8, "0e0000") is { } over ? (over.State, over.EmergencyKind) : default);
        Assert.Equal(1, link.Emergencies.Count);
    }

    [Fact]
    public void Time_EndsNothing_OnlyASignDoes()
    {
        var link = new Link(own: 111);
        link.Alarm(HdapService.Rcp, 0xB0C8, "090100");
        link.Now += TimeSpan.FromDays(3);

        Assert.Equal(1, link.Emergencies.Count);
        var over = link.Alarm(HdapService.Rcp, 0xB0C8, "090000")!;
        Assert.Equal(("ends", "alarm", 111L), (over.State, over.EmergencyKind, over.RadioId));
        Assert.Equal(0, link.Emergencies.Count);
        Assert.Null(link.Alarm(HdapService.Rcp, 0xB0C8, "090000"));
    }

    [Fact]
    public void EmergencyLeft_Ends_AndTheEndOfItsCallDoesNotRaiseItAgain()
    {
        var link = new Link();
        link.Alarm(HdapService.Rcp, 0xB844, Voice + EmergencyCall + To1234 + From111);
        link.Now += TimeSpan.FromSeconds(5);

        Assert.Equal("ends", link.Alarm(HdapService.Rcp, 0xB844, Left + EmergencyCall + To1234 + From111)!.State);
        link.Now += TimeSpan.FromSeconds(1);
        Assert.Null(link.Alarm(HdapService.Rcp, 0xB844, Ended + EmergencyCall + To1234 + From111));
        Assert.Equal("begins", link.Alarm(HdapService.Rcp, 0xB844, Voice + EmergencyCall + To1234 + From111)!.State);
    }

    [Fact]
    public void TheSameStateAfterAnEnd_BeginsAnew()
    {
        var link = new Link(own: 111);
        Assert.Equal("begins", link.Alarm(HdapService.Rcp, 0xB844, Voice + EmergencyAlarm + To1234 + From111)!.State);
        Assert.Equal("ends", link.Alarm(HdapService.Rcp, 0xB0C8, "090000")!.State);
        link.Now += TimeSpan.FromSeconds(20);

        Assert.Equal("begins", link.Alarm(HdapService.Rcp, 0xB844, Voice + EmergencyAlarm + To1234 + From111)!.State);
    }

    [Fact]
    public void AlarmThatTheDiskRefused_IsRaisedAgain()
    {
        var link = new Link(own: 7);

        Assert.Equal("begins", link.Alarm(HdapService.Rcp, 0xB0C8, "090100", stored: false)!.State);
        Assert.Equal(0, link.Emergencies.Count);
        Assert.Equal("begins", link.Alarm(HdapService.Rcp, 0xB0C8, "090100")!.State);
        Assert.Equal("ends", link.Alarm(HdapService.Rcp, 0xB0C8, "090000", stored: false)!.State);
        Assert.Equal("ends", link.Alarm(HdapService.Rcp, 0xB0C8, "090000")!.State);
    }

    [Fact]
    public void Remembered_OverARestart_EndsAndDoesNotBeginAgain()
    {
        var before = new Link(own: 7);
        before.Alarm(HdapService.Rcp, 0xB0C8, "090100");
        before.Alarm(HdapService.Rcp, 0xB0C8, "0e0100");
        before.Alarm(HdapService.Rcp, 0xB844, Voice + EmergencyCall + To1234 + From111);
        before.Alarm(HdapService.Rcp, 0xB844, Left + EmergencyCall + To1234 + From111);

        var watch = new EmergencyWatch();
        watch.Recall(before.Emergencies.Remember());
        var after = new Link(emergencies: watch, own: 7) { Now = Link.Start.AddHours(1) };

        Assert.Equal(2, watch.Count);
        Assert.Equal("goes-on", after.Alarm(HdapService.Rcp, 0xB0C8, "090100")!.State);
        Assert.Equal("ends", after.Alarm(HdapService.Rcp, 0xB0C8, "090000")!.State);
        Assert.Equal("ends", after.Alarm(HdapService.Rcp, 0xB0C8, "0e0000")!.State);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("7 alarm")]
    [InlineData("7 fire 1700000000 0 stands")]
    [InlineData("7 alarm 1700000000 0 perhaps")]
    [InlineData("7 alarm 1700000000 x stands")]
    [InlineData("7 alarm 1700000000 0 stands more")]
    [InlineData("- alarm 1700000000 0 stands")]
    [InlineData("x alarm 1700000000 0 stands\n7 alarm 99999999999999999999 0 stands")]
    public void Recall_WhatItDidNotWrite_IsIgnored(string? text)
    {
        var watch = new EmergencyWatch();
        watch.Recall(text);

        Assert.Equal(0, watch.Count);
    }

    [Fact]
    public void Remember_ManyRadios_FitsTheMemoryOfADevice()
    {
        var watch = new EmergencyWatch();
        for (int i = 0; i < 2_000; i++)
        {
            watch.Told(new RadioEmergencyBody { RadioId = 16_000_000 + i, State = "begins", EmergencyKind = "manDown", Evidence = [] }, Link.Start.AddSeconds(i));
        }

        Assert.Equal(1024, watch.Count);
        string remembered = watch.Remember();
        Assert.InRange(remembered.Length, 1, IDeviceMemory.LongestValue);
        Assert.StartsWith("16001999 manDown ", remembered);
    }

    [Fact]
    public void Recall_WhatIsKnownBetter_BringsNothingBack()
    {
        var link = new Link(own: 7);
        link.Alarm(HdapService.Rcp, 0xB0C8, "090100");
        string stood = link.Emergencies.Remember();
        link.Alarm(HdapService.Rcp, 0xB0C8, "090000");
        string ended = link.Emergencies.Remember();

        link.Emergencies.Recall(stood);
        Assert.Equal(0, link.Emergencies.Count);
        foreach (string[] order in new[] { new[] { stood, ended }, [ended, stood] })
        {
            var after = new EmergencyWatch();
            Array.ForEach(order, after.Recall);
            Assert.Equal(0, after.Count);
        }
    }

    [Fact]
    public void Clear_ByAnOperator_EndsAlarmAndManDownOnce()
    {
        var link = new Link(own: 7);
        Assert.Empty(link.Emergencies.Clear(7, "radio-1", "command 1"));
        link.Alarm(HdapService.Rcp, 0xB0C8, "0e0100");
        link.Alarm(HdapService.Rcp, 0xB0C8, "090100");

        var changes = link.Emergencies.Clear(7, "radio-1", "command 1");

        Assert.Equal(["manDown", "alarm"], changes.Select(change => change.Body.EmergencyKind));
        Assert.All(changes, change => Assert.Equal(("ends", "command 1"), (change.Body.State, change.Body.Evidence[^1])));
        foreach (var change in changes)
        {
            link.Emergencies.Told(change.Caller, change.Body, link.Now);
        }

        Assert.Empty(link.Emergencies.Clear(7, "radio-1", "command 2"));
    }

    [Fact]
    public void Clear_NobodyNamed_EndsThoseOfItsDeviceOnly_AlsoAfterARestart()
    {
        var link = new Link();
        link.Alarm(HdapService.Rcp, 0xB845, "0100" + "0000" + "0100" + EmergencyAlarm + To1234 + "00000000");
        var after = new EmergencyWatch();
        after.Recall(link.Emergencies.Remember());

        Assert.Equal(1, after.Count);
        Assert.Empty(after.Clear(null, "radio-2", "command 1"));
        Assert.Empty(after.Clear(7, "radio-1", "command 1"));
        Assert.Single(after.Clear(null, "radio-1", "command 1"));
    }

    [Fact]
    public void TheSameReportAfterTheEnd_HasKeysOfItsOwn_AlsoAfterARestart()
    {
        var link = new Link();
        var report = new HdapMessage(HdapService.Lp, false, 0xB003, Convert.FromHexString("0a00006f" + "02" + s_gps));
        string? window = link.Readings.KeyOf(report);
        string? first = link.Hear(report)[0].RepeatKey;
        link.Alarm(HdapService.Rcp, 0xB844, Left + EmergencyCall + To1234 + From111);

        Assert.NotEqual(window, link.Readings.KeyOf(report));
        var watch = new EmergencyWatch();
        watch.Recall(link.Emergencies.Remember());
        var restarted = new Link(emergencies: watch).Hear(report);
        var second = link.Hear(report);
        Assert.Equal("begins", Assert.IsType<RadioEmergencyBody>(second[0].Body).State);
        Assert.NotEqual(first, second[0].RepeatKey);
        Assert.Equal(second[0].RepeatKey, restarted[0].RepeatKey);
    }

    [Fact]
    public void TheSameCallAfterTheEnd_IsToldAgain()
    {
        var link = new Link(own: 111);
        string call = Voice + EmergencyAlarm + To1234 + From111;
        Assert.Contains(link.Hear(HdapService.Rcp, 0xB844, call), reading => reading.Body is RadioCallBody);
        link.Alarm(HdapService.Rcp, 0xB0C8, "090000");

        Assert.Contains(link.Hear(HdapService.Rcp, 0xB844, call), reading => reading.Body is RadioCallBody);
    }

    [Theory]
    [InlineData(0xB003, "0a00006f")]
    [InlineData(0xB003, "0a00006f02cafe")]
    [InlineData(0xB004, "0a00006f01")]
    public void ReportOfAnotherSize_IsAnAlarmAndNotVerified(int opcode, string payload)
    {
        var link = new Link();
        var reading = link.Hear(HdapService.Lp, opcode, payload).Single();
        var body = Assert.IsType<RadioEmergencyBody>(reading.Body);

        Assert.Equal(("begins", false, 111L), (body.State, body.Verified, body.RadioId));
        Assert.Equal([$"LP {opcode:x4} of another size"], body.Evidence);
        Assert.Equal($"LP/{opcode:x4}/00000000/111", body.Source?.NativeId);
        Assert.NotNull(link.Readings.KeyOf(new HdapMessage(HdapService.Lp, false, (ushort)opcode, Convert.FromHexString(payload))));
    }

    [Fact]
    public void ReportThatNamesNobody_IsNone() => Assert.Empty(new Link().Hear(HdapService.Lp, 0xB003, "0a0000"));
}
