using EdgeGateway.CommandLine;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.CommandLine;

public sealed class MqttDecodeTests
{
    [Fact]
    public void Decode_SeveralPackets_GivesEachAndThenTheFault()
    {
        DecodedFrame[] frames = Decode("C0 00 40 03 12 34 10 00 00 C0 00", "5");

        Assert.Equal(["PINGREQ", "PUBACK", null], frames.Select(f => f.Type));
        Assert.Equal("""{"Packet Identifier":4660,"Reason Code":16}""", frames[1].Fields?.ToJsonString());
        Assert.Equal("packet-type", frames[2].Fault);
        Assert.StartsWith("at byte 7;", frames[2].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_Connect_DecidesTheVersionOfTheRestAndHidesThePassword()
    {
        DecodedFrame[] frames = Decode("10 14 00 04 4D 51 54 54 04 C2 00 0A 00 00 00 01 75 00 03 68 69 21 40 02 00 01", "5");

        Assert.Equal(
            """{"Protocol Version":4,"Clean Session":true,"Keep Alive":10,"Client Identifier":"","User Name":"u","Password":"(3 bytes)"}""",
            frames[0].Fields?.ToJsonString());
        Assert.Equal("""{"Packet Identifier":1}""", frames[1].Fields?.ToJsonString());
    }

    [Fact]
    public void Decode_Publish_UsesTheNamesOfTheStandard() => Assert.Equal(
        """{"DUP":false,"QoS":1,"RETAIN":false,"Topic Name":"a","Packet Identifier":10,"Payload (hex)":"ff","Properties":[{"Payload Format Indicator":0},{"User Property":{"k":"v"}}]}""",
        Decode("32 10 00 01 61 00 0A 09 01 00 26 00 01 6B 00 01 76 FF", "5").Single().Fields?.ToJsonString());

    [Theory]
    [InlineData("40 02 12", "5", "incomplete")]
    [InlineData("40 02 12 34", "3", "bad-option")]
    public void Decode_NotPossible_SaysWhy(string hex, string version, string fault) => Assert.Equal(fault, Decode(hex, version).Single().Fault);

    private static DecodedFrame[] Decode(string hex, string version) =>
        [.. new MqttDecoder().Decode(Protocol.Mqtt.MqttVectors.Bytes(hex), new Dictionary<string, string> { ["version"] = version })];
}
