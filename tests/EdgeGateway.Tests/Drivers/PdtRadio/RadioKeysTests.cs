using EdgeGateway.Protocol.Hytera;
using static EdgeGateway.Tests.Protocol.Hytera.HyteraVectors;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

public sealed class RadioKeysTests
{
    [Fact]
    public void RepeatKey_TheSameMessageWithinTwoMinutes_IsTheSame()
    {
        var link = new Link();
        string? first = Key(link, V021);
        link.Now += TimeSpan.FromSeconds(119);

        Assert.Equal(first, Key(link, V021));
        link.Now += TimeSpan.FromSeconds(1);
        Assert.NotEqual(first, Key(link, V021));
    }

    [Fact]
    public void RepeatKey_TheSameRequestIdWithOtherWords_IsAnother() =>
        Assert.NotEqual(Key(new Link(), HdapService.Tmp, 0x00A1, "000000010a0000020a0000034800"), Key(new Link(), HdapService.Tmp, 0x00A1, "000000010a0000020a0000034900"));

    [Fact]
    public void RepeatKey_AChannelUsedTwice_IsNoRepeat()
    {
        var link = new Link();
        string? first = Key(link, V027);
        link.Now += TimeSpan.FromMilliseconds(1);

        Assert.NotEqual(first, Key(link, V027));
    }

    [Fact]
    public void RepeatKey_RegisteredLeftAndRegistered_AreThree()
    {
        var link = new Link();
        const string radio = "0a000001";
        string?[] keys = [Key(link, HdapService.Rrs, 3, radio), Key(link, HdapService.Rrs, 3, radio), Key(link, HdapService.Rrs, 1, radio), Key(link, HdapService.Rrs, 3, radio)];

        Assert.Equal(keys[0], keys[1]);
        Assert.Equal(3, keys.Distinct().Count());
    }

    [Fact]
    public void KeyOf_LeavesOutTheLinkAndTheTime_AndIsNoneForStates()
    {
        var message = HdapMessage.TryRead(Bytes(V020), out _)!;
        var (one, other) = (new Link(), new Link());
        other.Now += TimeSpan.FromHours(1);

        Assert.Equal(one.Readings.KeyOf(message), other.Readings.KeyOf(message));
        Assert.StartsWith("LP/d004/000015c8/3/184030061221\n", one.Readings.KeyOf(message));
        Assert.Null(one.Readings.KeyOf(HdapMessage.TryRead(Bytes(V027), out _)!));
        Assert.Null(one.Readings.KeyOf(HdapMessage.TryRead(Bytes(V023), out _)!));
    }

    [Fact]
    public void NativeId_PrivateTextWithFlags_IsMaskedToItsCode() => Assert.Equal("TMP/00a1/00000001/222222", new Link().Hear(V021)[0].Body.Source?.NativeId);

    private static string? Key(Link link, string hex) => link.Readings.Of(HdapMessage.TryRead(Bytes(hex), out _)!, link.Now)[0].RepeatKey;

    private static string? Key(Link link, HdapService service, int opcode, string payload) =>
        link.Readings.Of(new HdapMessage(service, false, (ushort)opcode, Convert.FromHexString(payload)), link.Now)[0].RepeatKey;
}
