using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Lp;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Protocol.Pdt;
using EdgeGateway.Tests.Protocol.Hytera;
using static EdgeGateway.Tests.Protocol.Hytera.HyteraVectors;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

public sealed class RadioReadingsTests
{
    private static readonly DateTimeOffset s_fix = new(2021, 12, 6, 18, 40, 30, TimeSpan.Zero);

    [Fact]
    public void Of_ConditionReport_IsPlaceAndLevel()
    {
        var readings = new Link().Hear(V020);
        var body = Assert.IsType<RadioPositionBody>(readings[0].Body);

        Assert.Equal((Lane.Telemetry, s_fix, TimeOrigin.Device, Link.Start), (readings[0].Lane, readings[0].Time, readings[0].TimeFrom, readings[0].Received));
        Assert.Equal((3L, true, "condition", "000015c8", -58, null), (body.RadioId, body.FixValid, body.Trigger, body.RequestId, body.RssiDbm, body.Result));
        Assert.Equal(new GeoPosition(47.400263333333335, 7.518455, "WGS-84", "device"), body.Position);
        Assert.Equal((s_fix, null, 0d, 207d), (body.FixTime, body.FixTimeRaw, body.SpeedKmh, body.CourseDeg));
        Assert.Equal(("LP/d004/000015c8/3/184030061221", null), (body.Source?.NativeId, body.Flags));
        Assert.Equal(("lp-dbm", -58, -58), Assert.IsType<RadioSignalBody>(readings[1].Body) is var level ? (level.Scale, level.Value, level.Dbm) : default);
        Assert.Equal(2, readings.Count);
    }

    [Fact]
    public void Of_FixWithoutTime_CarriesTheTimeOfReceipt()
    {
        var reading = Assert.Single(new Link().Hear(V019));
        var body = Assert.IsType<RadioPositionBody>(reading.Body);

        Assert.Equal((Link.Start, TimeOrigin.Gateway, null), (reading.Time, reading.TimeFrom, reading.DeviceOffsetMs));
        Assert.Equal((true, null, null, null, null), (body.FixValid, body.FixTime, body.FixTimeRaw, body.SpeedKmh, body.CourseDeg));
        Assert.Equal((2_308_091L, "LP/a002/00000003/2308091"), (body.RadioId, body.Source?.NativeId));
        Assert.Equal([RadioFlags.NoFixTime], body.Flags);
    }

    [Theory]
    [InlineData("A033200221126N2307.2030E11315.00000.2090", true, null)]
    [InlineData("V033200221126N2307.2030E11315.00000.2090", false, null)]
    [InlineData("A033200221126N0000.0000E00000.00000.2090", false, RadioFlags.ZeroPosition)]
    [InlineData("A033200221126N9107.2030E11315.00000.2090", false, RadioFlags.BadPosition)]
    [InlineData("A033200221126\0\0\0\0\0\0\0\0\0\0E11315.00000.2090", false, RadioFlags.BadPosition)]
    [InlineData("A033200080407N2307.2030E11315.00000.2090", true, "WEEK_ROLLOVER")]
    [InlineData("A033200010130N2307.2030E11315.00000.2090", true, "CLOCK_FUTURE")]
    [InlineData("A336600221126N2307.2030E11315.00000.2090", true, "FIX_TIME_UNREADABLE")]
    public void Of_Fix_IsBelievedByTheRules(string gps, bool valid, string? flag)
    {
        var body = Assert.IsType<RadioPositionBody>(Assert.Single(Report(gps)).Body);

        Assert.Equal((valid, valid, valid), (body.FixValid, body.Position is not null, body.SpeedKmh is not null));
        Assert.Equal(flag is null ? null : [flag], body.Flags);
    }

    [Fact]
    public void Of_ReceiverAThousandWeeksBehind_HasBothTimes()
    {
        var reading = Assert.Single(Report("A033200080407N2307.2030E11315.00000.2090"));
        var body = Assert.IsType<RadioPositionBody>(reading.Body);

        Assert.Equal((Link.Start, Link.Start, "2007-04-08T03:32:00Z"), (reading.Time, body.FixTime, body.FixTimeRaw));
        Assert.Equal((0.37, 90d), (body.SpeedKmh, body.CourseDeg));
    }

    [Fact]
    public void Of_FailedRequest_HasNoPlace()
    {
        var reading = Assert.Single(new Link().Hear(HdapService.Lp, 0xA002, "000000010a0000030006" + Hex("A033200221126N2307.2030E11315.00000.2090")));
        var body = Assert.IsType<RadioPositionBody>(reading.Body);

        Assert.Equal((false, 6), (body.FixValid, body.Result));
        Assert.Null(body.Position);
    }

    [Fact]
    public void Of_Registration_IsOnlineUntilTimeAndGraceAreOver()
    {
        var reading = Assert.Single(new Link().Hear(V013));
        var body = Assert.IsType<RadioPresenceBody>(reading.Body);

        Assert.Equal((Lane.Event, 2_308_195L, "online", "registration"), (reading.Lane, body.RadioId, body.State, body.From));
        Assert.Equal((Link.Start.AddSeconds(1980), Link.Start), (body.ValidUntil, body.LastSeen));
        Assert.Equal("RRS/0003/00000000/2308195", body.Source?.NativeId);
    }

    [Theory]
    [InlineData(60, 90)]
    [InlineData(300, 330)]
    [InlineData(301, 331.1)]
    [InlineData(3600, 3960)]
    public void ValidUntil_HasATenthOrHalfAMinuteOfGrace(int valid, double until) => Assert.Equal(Link.Start.AddSeconds(until), PresenceRule.ValidUntil(Link.Start, TimeSpan.FromSeconds(valid)));

    [Theory]
    [InlineData(0x0001, "0a000001", "offline", "deregistration")]
    [InlineData(0x0082, "0a00000100", "online", "poll")]
    [InlineData(0x0082, "0a00000101", "offline", "poll")]
    [InlineData(0x0082, "0a00000107", "unknown", "poll")]
    public void Of_Presence_SaysStateAndWhy(int opcode, string payload, string state, string from)
    {
        var body = Assert.IsType<RadioPresenceBody>(Assert.Single(new Link().Hear(HdapService.Rrs, opcode, payload)).Body);

        Assert.Equal((state, from, 1L, null), (body.State, body.From, body.RadioId, body.ValidUntil));
    }

    [Theory]
    [InlineData(V014)]
    [InlineData(V015)]
    [InlineData(V016)]
    [InlineData(V025)]
    public void Of_QuestionsAndAnswersOfTheGateway_AreNoReadings(string hex) => Assert.Empty(new Link().Hear(hex));

    [Fact]
    public void Of_StatusCheckThatCouldNotBeDelivered_IsUnreachableAndNotOffline()
    {
        var body = Assert.IsType<RadioPresenceBody>(Assert.Single(new Link().Hear(HdapService.Dds, 0x0011, "0a000001000205")).Body);

        Assert.Equal(("unreachable", "delivery", 1L), (body.State, body.From, body.RadioId));
    }

    [Theory]
    [InlineData("00", "delivered", "ok")]
    [InlineData("05", "unreachable", "noAcknowledgement")]
    [InlineData("09", "failed", "denied")]
    [InlineData("63", "failed", null)]
    public void Of_DeliveryState_SaysHowFar(string result, string outcome, string? name)
    {
        var body = Assert.IsType<RadioDeliveryBody>(Assert.Single(new Link().Hear(HdapService.Dds, 0x0008, "0003640ea001" + result)).Body);

        Assert.Equal(("application", outcome, Convert.ToInt32(result, 16), name, 222_222L), (body.Level, body.Result, body.Code, body.CodeName, body.Target!.Id));
    }

    [Fact]
    public void Of_GroupText_HasItsWordsAndBothSides()
    {
        var reading = Assert.Single(new Link().Hear(V011[24..], slot: 2));
        var body = Assert.IsType<RadioMessageBody>(reading.Body);

        Assert.Equal((Lane.Event, 2101L, "ahoj", null, "00000001", true, 2), (reading.Lane, body.RadioId, body.Text, body.Hex, body.RequestId, body.Confirmed, body.Slot));
        Assert.Equal(new RadioIdentity(1, "group"), body.Target);
        Assert.Equal("TMP/00b1/00000001/2101", body.Source?.NativeId);
    }

    [Fact]
    public void Of_ShortData_StaysHex()
    {
        var body = Assert.IsType<RadioMessageBody>(Assert.Single(new Link().Hear(HdapService.Tmp, 0x00AE, "000000010a0000020a000003cafe")).Body);

        Assert.Equal((null, "cafe", "individual"), (body.Text, body.Hex, body.Target.Kind));
    }

    [Theory]
    [InlineData("00", "delivered")]
    [InlineData("01", "failed")]
    [InlineData("08", "unreachable")]
    [InlineData("0a", "unreachable")]
    [InlineData("0b", "failed")]
    public void Of_TextAck_IsWhatTheFarRadioSays(string result, string outcome)
    {
        var body = Assert.IsType<RadioDeliveryBody>(Assert.Single(new Link().Hear(HdapService.Tmp, 0x00A2, "00000005" + "000003ea" + "00000001" + result)).Body);

        Assert.Equal(("application", outcome, "00000005", 1002L, 1002L), (body.Level, body.Result, body.RequestId, body.RadioId, body.Target!.Id));
        Assert.Equal("TMP/00a2/00000005/1002", body.Source?.NativeId);
    }

    [Fact]
    public void Of_NationalRule_GivesNumbersByKind()
    {
        var link = new Link(NumberScheme.National);
        var body = Assert.IsType<RadioMessageBody>(Assert.Single(link.Hear(HdapService.Tmp, 0x00B1, "00000001" + "00100001" + "0a100001" + "4800")).Body);

        Assert.Equal(("32820200", "32820900"), (body.RadioNumber, body.Target.Number));
        Assert.Null(Assert.IsType<RadioPresenceBody>(Assert.Single(link.Hear(HdapService.Rrs, 0x0003, "0a000001")).Body).RadioNumber);
    }

    [Fact]
    public void Of_UnverifiedMessage_SaysSo()
    {
        var message = HdapMessage.TryRead(Bytes("11000300040a2338630003"), out _, acceptUnverified: true)!;

        Assert.Equal([RadioFlags.Unverified], Assert.Single(new Link().Hear(message)).Body.Flags);
    }

    [Fact]
    public void Of_LongerThanItsLayout_SaysSo() => Assert.Equal([RadioFlags.ExtraBytes], Assert.Single(new Link().Hear(HdapService.Rrs, 0x0003, "0a00000177")).Body.Flags);

    [Fact]
    public void Of_WhatCannotBeRead_IsNoReading()
    {
        Assert.Empty(new Link().Hear(HdapService.Rrs, 0x0003, "0a0000"));
        Assert.Empty(new Link().Hear(HdapService.Rcp, 0x0851, "6f000000"));
        Assert.Empty(new Link().Hear(HdapService.Lp, 0xA004, "6f000000"));
    }

    private static IReadOnlyList<Reading> Report(string gps) => new Link().Hear(HdapService.Lp, 0xD003, "000000010a000003" + Hex(gps));

    private static string Hex(string ascii) => Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(ascii));
}
