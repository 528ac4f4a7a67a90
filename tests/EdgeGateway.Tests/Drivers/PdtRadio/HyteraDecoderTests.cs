using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Tests.Support;
using static EdgeGateway.Tests.Protocol.Hytera.HyteraVectors;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

/// <summary><c>decode hrnp|hstrp|hdap</c>.</summary>
public sealed class HyteraDecoderTests
{
    [Theory]
    [InlineData("hdap", V013, "RRS registration request", "payload.radioIp=10.35.56.99 service=17 opcode=3 reliable=false", "radio.presence")]
    [InlineData("hdap", V014, "RRS registration answer", "payload.result=0 payload.validSeconds=1800", "")]
    [InlineData("hdap", V015, "RRS status check request", "reliable=true", "")]
    [InlineData("hdap", V016, "LP immediate request", "payload.requestId=536870915 payload.extra=1", "")]
    [InlineData("hdap", V017, "LP immediate report", "payload.gps.latitude=4736.6975 payload.gps.status=A payload.result=0", "radio.position")]
    [InlineData("hdap", V020, "LP condition report + RSSI", "payload.rssi=-58 payload.gps.course=207", "radio.position radio.signal")]
    [InlineData("hdap", V021, "TMP private text", "payload.text=OLIVER TEST payload.confirmed=true payload.destination=10.1.178.7", "radio.message")]
    [InlineData("hdap", V022, "TMP private text ack", "payload.result=0", "radio.delivery")]
    [InlineData("hdap", V023, "DDS delivery state", "payload.service=8 payload.originalOpcode=40961", "radio.delivery")]
    [InlineData("hdap", V025, "RCP enable broadcasts", "payload.count=2 payload.entries[1].function=1", "")]
    [InlineData("hdap", V028, "RCP remote monitor reply", "payload.result=10 payload.target=111", "")]
    [InlineData("hrnp", V001, "CONNECT", "version=4 opcode=254 sourceId=32 destinationId=16 packetNumber=0 totalLength=12 checksum=24801", "")]
    [InlineData("hrnp", V010, "DATA", "hdap.name=RCP status report hdap.payload.item=11 hdap.payload.value=4", "radio.signal")]
    [InlineData("hrnp", V011, "DATA", "packetNumber=4 hdap.payload.text=ahoj hdap.payload.group=0.0.0.1", "radio.message")]
    [InlineData("hrnp", V012, "CLOSE", "packetNumber=22", "")]
    [InlineData("hstrp", V029, "heartbeat", "type=2 sequenceNumber=0", "")]
    [InlineData("hstrp", V030, "connect", "options[0].command=3 options[0].value=0001869f options[1].value=02", "")]
    [InlineData("hstrp", V035, "ack", "sequenceNumber=20", "")]
    [InlineData("hstrp", V036, "data", "hdap.payload.sender=2308090 hdap.payload.service=4", "radio.call")]
    [InlineData("hstrp", V039, "data", "hdap.payload.value=-200", "radio.signal")]
    public void Decode_PublishedFrame_ShowsFieldsAndReadings(string protocol, string hex, string type, string fields, string kinds)
    {
        var line = Assert.Single(Decode(protocol, hex));

        Assert.Equal((true, type, kinds), (line.Ok, line.Type, string.Join(' ', line.Readings.Select(reading => reading.Body.Kind))));
        foreach (var (path, value) in fields.Split(' ').Aggregate(new List<(string Path, string Value)>(), Pairs))
        {
            Assert.Equal(value, JsonPick.At(line.Fields, path)?.ToString());
        }
    }

    [Fact]
    public void Decode_EveryVector_IsOkAndNamed()
    {
        var lines = Hdap.SelectMany(hex => Decode("hdap", hex)).Concat(Hrnp.SelectMany(hex => Decode("hrnp", hex))).Concat(Hstrp.SelectMany(hex => Decode("hstrp", hex))).ToArray();

        Assert.Equal(40, lines.Length);
        Assert.All(lines, line => Assert.True(line is { Ok: true, Type.Length: > 0, Fields.Count: > 0 }));
    }

    [Theory]
    [InlineData("hrnp", "7e0400fe20100000000c60e2", HyteraFaults.HrnpChecksum)]
    [InlineData("hrnp", "7e04000020100000001602fb02c8b003000b0400a9", HyteraFaults.HrnpCut)]
    [InlineData("hrnp", "0102", HyteraFaults.Garbage)]
    [InlineData("hstrp", "3242", HyteraFaults.HstrpCut)]
    [InlineData("hstrp", "32420000001502e700020009014003", HyteraFaults.HdapChecksum)]
    [InlineData("hdap", "11000300040a2338636403", HyteraFaults.HdapChecksum)]
    [InlineData("hdap", "11000300040a2338636304", HyteraFaults.HdapTrailer)]
    [InlineData("hdap", "11000300030a23387003", HyteraFaults.HdapChecksum)]
    [InlineData("hdap", "110003000000", HyteraFaults.HdapCut)]
    public void Decode_Broken_IsOneFaultWithASentenceAndNoReading(string protocol, string hex, string fault)
    {
        var line = Assert.Single(Decode(protocol, hex));

        Assert.Equal((false, fault, 0), (line.Ok, line.Fault, line.Readings.Count));
        Assert.EndsWith(".", line.Why);
    }

    [Fact]
    public void Decode_GoodFrameWithABadMessage_IsAFaultThatShowsTheFrame()
    {
        var bytes = HrnpFrame.Write(new HrnpFrame(4, 0, HrnpOpcode.Data, 0x20, 0x10, 9, Bytes("11000300040a2338636403")));
        var line = Assert.Single(Decode("hrnp", Convert.ToHexString(bytes)));

        Assert.Equal((HyteraFaults.HdapChecksum, "DATA", "9"), (line.Fault, line.Type, JsonPick.At(line.Fields, "packetNumber")?.ToString()));
        Assert.Equal(HyteraFaults.HrnpFragment, Assert.Single(Decode("hrnp", Convert.ToHexString(HrnpFrame.Write(new HrnpFrame(4, 1, HrnpOpcode.Data, 0x20, 0x10, 9, default))))).Fault);
    }

    [Fact]
    public void Decode_GarbageBetween_IsALineEach()
    {
        var lines = Decode("hrnp", "ffff" + V001 + "00" + V010 + V011[..20] + V002);

        Assert.Equal([HyteraFaults.Garbage, null, HyteraFaults.Garbage, null, HyteraFaults.HrnpCut, null], lines.Select(line => line.Fault));
    }

    [Fact]
    public void Decode_Options_AreUsedOrRefused()
    {
        Assert.Equal("2026-11-22T03:32:00.0000000+00:00", Decode("hdap", V013)[0].Readings[0].Received.ToString("O"));
        Assert.Equal("radio-7", Decode("hdap", V013, ("device", "radio-7"))[0].Readings[0].Device);
        Assert.Equal(7L, Assert.IsType<RadioSignalBody>(Decode("hrnp", V010, ("own", "7"))[0].Readings[0].Body).RadioId);
        Assert.Equal([RadioFlags.Unverified], Decode("hdap", "11000300040a2338636403", ("checksum", "ignore"))[0].Readings[0].Body.Flags);
        Assert.Equal("bad-option", Decode("hdap", V013, ("received", "yesterday"))[0].Fault);
        Assert.Equal("bad-option", Decode("hdap", V013, ("numberRule", "beijing"))[0].Fault);
        Assert.Equal("bad-option", Decode("hdap", V013, ("own", "16777216"))[0].Fault);
    }

    [Fact]
    public void Decode_NationalRule_GivesTheNumber()
    {
        // A registration of 10.137.128.76, the address of the published pair.
        var bytes = HdapMessage.Write(new HdapMessage(HdapService.Rrs, false, 3, Bytes("0a89804c")));

        Assert.Equal("57120275", ((RadioPresenceBody)Decode("hdap", Convert.ToHexString(bytes), ("numberRule", "national"))[0].Readings[0].Body).RadioNumber);
    }

    [Fact]
    public void Decode_EmergencyReportOfAnotherSize_IsAFaultAndAnAlarm()
    {
        var line = Decode("hdap", Convert.ToHexString(HdapMessage.Write(new HdapMessage(HdapService.Lp, false, 0xB003, Bytes("0a00006f")))))[0];

        Assert.Equal((HyteraFaults.ContentSize, "begins"), (line.Fault, Assert.IsType<RadioEmergencyBody>(Assert.Single(line.Readings).Body).State));
    }

    private static List<(string Path, string Value)> Pairs(List<(string Path, string Value)> pairs, string word)
    {
        int equals = word.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            pairs[^1] = (pairs[^1].Path, $"{pairs[^1].Value} {word}");
        }
        else
        {
            pairs.Add((word[..equals], word[(equals + 1)..]));
        }

        return pairs;
    }

    private static IReadOnlyList<DecodedFrame> Decode(string protocol, string hex, params (string Name, string Value)[] options)
    {
        IProtocolDecoder[] decoders = [new HrnpDecoder("test-radio", TimeProvider.System), new HstrpDecoder("test-radio", TimeProvider.System), new HdapDecoder("test-radio", TimeProvider.System)];
        var all = new Dictionary<string, string> { ["received"] = "2026-11-22T03:32:00Z" };
        foreach (var (name, value) in options)
        {
            all[name] = value;
        }

        return [.. decoders.Single(one => one.Protocol == protocol).Decode(Bytes(hex), all)];
    }
}
