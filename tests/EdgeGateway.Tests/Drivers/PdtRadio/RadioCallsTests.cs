using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using static EdgeGateway.Tests.Protocol.Hytera.HyteraVectors;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

public sealed class RadioCallsTests
{
    [Fact]
    public void Of_ReceiveStatus_IsACall()
    {
        var reading = Assert.Single(new Link().Hear(V027));
        var body = Assert.IsType<RadioCallBody>(reading.Body);

        Assert.Equal((Lane.Event, 111L, "other", 4, "start", null), (reading.Lane, body.RadioId, body.CallType, body.CallTypeRaw, body.Phase, body.Service));
        Assert.Equal((new RadioIdentity(111, "individual"), new RadioIdentity(0, "individual")), (body.Caller, body.Target));
        Assert.StartsWith("RCP/b844/00000000/111~", body.Source?.NativeId);
    }

    [Theory]
    [InlineData("0100", "0000", "private", "individual", "start")]
    [InlineData("0200", "0100", "group", "group", "hang")]
    [InlineData("0300", "0200", "all", "all", "end")]
    [InlineData("0e00", "0600", "duplex", "individual", "start")]
    [InlineData("0100", "0700", "group", "group", "start")]
    [InlineData("0100", "0b00", "other", "individual", "start")]
    [InlineData("0100", "0900", "other", "unknown", "start")]
    [InlineData("0100", "6300", "other", "unknown", "start")]
    public void Of_ReceiveStatus_HasTheWordsOfItsNumbers(string process, string type, string call, string kind, string phase)
    {
        var body = Assert.IsType<RadioCallBody>(Assert.Single(new Link().Hear(HdapService.Rcp, 0xB844, process + type + "d2040000" + "6f000000")).Body);

        Assert.Equal((call, kind, phase, 1234L), (body.CallType, body.Target!.Kind, body.Phase, body.Target.Id));
    }

    [Fact]
    public void Of_ReceiveStatusOfNothing_IsNoReading() => Assert.Empty(new Link().Hear(HdapService.Rcp, 0xB844, "00000000" + "00000000" + "00000000"));

    [Fact]
    public void Of_TransmitStatus_IsACallOfTheRadioOnTheLink()
    {
        Assert.Equal(777L, Assert.IsType<RadioCallBody>(Assert.Single(new Link(own: 777).Hear(HdapService.Rcp, 0xB843, "010000000100d2040000")).Body).Caller!.Id);
        Assert.Null(Assert.IsType<RadioCallBody>(Assert.Single(new Link().Hear(HdapService.Rcp, 0xB843, "010000000100d2040000")).Body).Caller);
    }

    [Fact]
    public void Of_RepeaterBusy_IsACallThatCarriesAService()
    {
        var body = Assert.IsType<RadioCallBody>(Assert.Single(new Link().Hear(V036[30..], slot: 1)).Body);

        Assert.Equal(("private", "hang", "rrs", 2_308_090L, 2301L, 1), (body.CallType, body.Phase, body.Service, body.Caller!.Id, body.Target!.Id, body.Slot));
    }

    [Fact]
    public void Of_RepeaterAsleep_IsAState()
    {
        var body = Assert.IsType<RadioStatusBody>(Assert.Single(new Link().Hear(V026)).Body);

        Assert.Equal(("repeater", 5L, "sleep", null), (body.Item, body.Value, body.Text, body.RadioId));
    }

    [Fact]
    public void Of_Levels_KeepTheirScales()
    {
        var bars = Assert.IsType<RadioSignalBody>(Assert.Single(new Link(own: 7).Hear(V010[24..])).Body);
        Assert.Equal(("rcp-bars", 4, null, 7L), (bars.Scale, bars.Value, bars.Dbm, bars.RadioId));

        var none = Assert.IsType<RadioSignalBody>(Assert.Single(new Link().Hear(V039[30..])).Body);
        Assert.Equal(("rcp-dbm", null, null), (none.Scale, none.Value, none.Dbm));

        var some = Assert.IsType<RadioSignalBody>(Assert.Single(new Link().Hear(HdapService.Rcp, 0x80E7, "000109a6ffffff")).Body);
        Assert.Equal(("rcp-dbm", -90, -90), (some.Scale, some.Value, some.Dbm));
        Assert.Empty(new Link().Hear(HdapService.Rcp, 0x80E7, "010109a6ffffff"));
    }

    [Theory]
    [InlineData("050300", "zone", 3)]
    [InlineData("0d0100", "batterySave", 1)]
    [InlineData("160100", "item-22", 1)]
    public void Of_StatusReport_NamesItsItem(string payload, string item, int value)
    {
        var body = Assert.IsType<RadioStatusBody>(Assert.Single(new Link().Hear(HdapService.Rcp, 0xB0C8, payload)).Body);

        Assert.Equal((item, (long)value), (body.Item, body.Value));
    }

    [Fact]
    public void Of_ChannelMode_IsAState() =>
        Assert.Equal("trunking digital", Assert.IsType<RadioStatusBody>(Assert.Single(new Link().Hear(HdapService.Rcp, 0x80E7, "00010704000000")).Body).Text);

    [Fact]
    public void Of_TheSameStateAgain_IsNothingNew_UntilAMinuteOrAnotherState()
    {
        var link = new Link();
        const string start = "0100" + "0100" + "d2040000" + "6f000000";
        const string end = "0300" + "0100" + "d2040000" + "6f000000";

        Assert.Single(link.Hear(HdapService.Rcp, 0xB844, start));
        Assert.Empty(link.Hear(HdapService.Rcp, 0xB844, start));
        Assert.Single(link.Hear(HdapService.Rcp, 0xB844, end));
        Assert.Single(link.Hear(HdapService.Rcp, 0xB844, start));
        link.Now += TimeSpan.FromSeconds(60);
        Assert.Single(link.Hear(HdapService.Rcp, 0xB844, start));
    }

    [Fact]
    public void Of_StateThatTheDiskRefused_IsStillNew()
    {
        var link = new Link();

        Assert.Single(link.Hear(HdapService.Rcp, 0xB0C8, "050300", stored: false));
        Assert.Single(link.Hear(HdapService.Rcp, 0xB0C8, "050300"));
        Assert.Empty(link.Hear(HdapService.Rcp, 0xB0C8, "050300"));
    }

    [Fact]
    public void Of_TwoSlots_HaveTheirOwnStates()
    {
        var link = new Link();

        Assert.Single(link.Hear(V036[30..], slot: 1));
        Assert.Single(link.Hear(V036[30..], slot: 2));
        Assert.Empty(link.Hear(V036[30..], slot: 1));
    }
}
