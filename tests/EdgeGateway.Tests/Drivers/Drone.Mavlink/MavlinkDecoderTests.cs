using System.Text;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Drone.Mavlink;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Tests.Protocol.Mavlink;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Drone.Mavlink;

public sealed class MavlinkDecoderTests
{
    public static TheoryData<int> Numbers => new(MavVectors.Good.Select(vector => vector.Number));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Decode_Vector_ShowsItsFields(int number)
    {
        var vector = MavVectors.Good.Single(one => one.Number == number);
        var line = Assert.Single(Decode(vector.Bytes));

        Assert.True(line.Ok);
        Assert.Equal(MavMessages.Find(vector.Id)!.Name, line.Type);
        Assert.Equal((vector.Sequence, vector.System, vector.Component, vector.Id), ((int)line.Fields!["seq"]!, (int)line.Fields["sysid"]!, (int)line.Fields["compid"]!, (int)line.Fields["msgid"]!));
        foreach (string field in vector.Fields.Split("; "))
        {
            string[] parts = field.Split(" = ");
            Assert.Equal((parts[0], MavTold.Expected(parts[1])), (parts[0], Shown(line.Fields["payload"]![parts[0]])));
        }
    }

    [Fact]
    public void Decode_FalseStart_IsALineForEachFrameAndOneForTheFault()
    {
        var lines = Decode(Convert.FromHexString(MavVectors.FalseStart));

        Assert.Equal([MavFaults.Crc, "HEARTBEAT", "ATTITUDE", "HEARTBEAT"], lines.Select(line => line.Fault ?? line.Type));
        Assert.Equal([254, 253, 253], lines.Skip(1).Select(line => (int)line.Fields!["stx"]!));
    }

    [Theory]
    [InlineData(MavVectors.WrongChecksum, MavFaults.Crc)]
    [InlineData(MavVectors.UnknownFlag, MavFaults.Incompatible)]
    [InlineData("fd09000000010100000000000404020cd10403dd", MavFaults.CutOff)]
    [InlineData("0102030405", "no-frame")]
    [InlineData("", "no-frame")]
    public void Decode_WhatIsNoFrame_IsAFaultWithASentence(string hex, string fault)
    {
        var line = Assert.Single(Decode(Convert.FromHexString(hex)));

        Assert.Equal((fault, false), (line.Fault, line.Ok));
        Assert.EndsWith(".", line.Why, StringComparison.Ordinal);
        Assert.Empty(line.Readings);
    }

    [Fact]
    public void Decode_UnknownMessage_IsShownAndNoFault()
    {
        var line = Assert.Single(Decode(MavMade.Frame(4242, [1, 2, 3], crcExtra: 9)));

        Assert.Equal((true, "unknown", 4242, "010203"), (line.Ok, line.Type, (int)line.Fields!["msgid"]!, (string?)line.Fields["payload"]));
    }

    [Fact]
    public void Decode_PositionBehindAHeartbeat_IsTheReadingOfTheDriver()
    {
        var lines = Decode([.. MavVectors.Bytes(1), .. MavVectors.Bytes(6)]);

        var body = Assert.IsType<DronePositionBody>(Assert.Single(lines[1].Readings).Body);
        Assert.Equal(("sys-1", "multirotor", -22.7654321, -43.1234567), (body.Vehicle, body.VehicleType, body.Position!.Lat, body.Position.Lon));
        Assert.Equal((271.55, 0.55), (body.HeadingDeg, body.ClimbMps));
        Assert.True(Assert.IsType<DroneStateBody>(Assert.Single(lines[0].Readings).Body).Online);
    }

    [Fact]
    public void Decode_WithoutHeartbeat_InventsNothing()
    {
        var state = Assert.IsType<DroneStateBody>(Assert.Single(Assert.Single(Decode(MavVectors.Bytes(3))).Readings).Body);

        Assert.Equal((false, null, null, null, null), (state.Online, state.Armed, state.Mode, state.System, state.VehicleType));
        Assert.Equal(78, state.Battery!.Percent);
        Assert.Null(Assert.IsType<DronePositionBody>(Assert.Single(Assert.Single(Decode(MavVectors.Bytes(7))).Readings).Body).HeadingDeg);
    }

    [Fact]
    public void Decode_TextInPieces_HasItsReadingAtTheLast()
    {
        var writer = new MavWriter(1, 1);
        byte[][] pieces = [.. Encoding.UTF8.GetBytes(new string('电', 40)).Chunk(50)];
        var lines = Decode([.. pieces.SelectMany((piece, number) => writer.Write(new StatusText(6, piece, 9, (byte)number), MavAgain.Now))]);

        Assert.Equal([0, 0, 1], lines.Select(line => line.Readings.Count));
        Assert.Equal(new string('电', 40), Assert.IsType<DroneMessageBody>(lines[2].Readings[0].Body).Text);
    }

    /// <summary>A recording that ends in a text, and one that has lost the middle of one.</summary>
    [Fact]
    public void Decode_TextThatIsNotWhole_IsToldInTheEndWithItsGaps()
    {
        var writer = new MavWriter(1, 1);
        byte[] fifty = [.. Enumerable.Repeat((byte)'a', 50)];
        byte[] Piece(ushort id, byte number, byte[] text) => writer.Write(new StatusText(6, text, id, number), MavAgain.Now);
        var lines = Decode([.. Piece(9, 0, fifty), .. Piece(9, 2, "end"u8.ToArray()), .. Piece(10, 0, fifty), .. MavVectors.Bytes(5)]);

        var told = lines.SelectMany((line, number) => line.Readings.Select(reading => (number, reading.Body))).Where(one => one.Body is DroneMessageBody).ToList();
        Assert.Equal([2, 2], told.Select(one => one.number));
        Assert.Equal([new string('a', 50) + "[...]end", new string('a', 50)], told.Select(one => ((DroneMessageBody)one.Body).Text));
        Assert.Equal(["TEXT_GAPS"], told[0].Body.Flags);
    }

    /// <summary>What our own aircraft broadcasts of itself is no detection, here as in the driver.</summary>
    [Fact]
    public void Decode_OwnIdentity_IsNoReading()
    {
        var line = Assert.Single(Decode(MavVectors.Bytes(14)));

        Assert.Equal((true, "OPEN_DRONE_ID_BASIC_ID"), (line.Ok, line.Type));
        Assert.Empty(line.Readings);
    }

    [Fact]
    public void Decode_OperatorAndKey_AreShownToNobody()
    {
        byte[] mac = [1, 2, 3, 4, 5, 6];
        var messages = new byte[50];
        (messages[0], messages[25]) = (0x52, 0x12);
        "FIN87astrdge12k8"u8.CopyTo(messages.AsSpan(2));
        var writer = new MavWriter(1, 237);
        byte[] bytes =
        [
            .. writer.Write(new OpenDroneIdOperatorId(0, 0, mac, 0, "FIN87astrdge12k8"), MavAgain.Now),
            .. writer.Write(new OpenDroneIdMessagePack(0, 0, mac, 25, 2, messages), MavAgain.Now),
            .. MavMade.Frame(256, [.. Enumerable.Repeat((byte)0xAB, 42)]),
        ];

        var lines = Decode(bytes);
        string shown = string.Join('\n', lines.Select(line => line.Fields!.ToJsonString()));

        Assert.All(lines, line => Assert.True(line.Ok));
        Assert.DoesNotContain("FIN87", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexStringLower("FIN87"u8), shown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("abab", shown, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(lines[0].Readings);
        Assert.Equal("mac-010203040506", Assert.IsType<DroneRemoteIdBody>(Assert.Single(lines[1].Readings).Body).Vehicle);
    }

    [Fact]
    public void Decode_WithAKey_JudgesSignatures()
    {
        string key = Convert.ToHexString([.. Enumerable.Range(0, 32).Select(value => (byte)value)]);
        byte[] signed = MavVectors.Bytes(15);

        var lines = Decode([.. signed, .. signed, .. MavVectors.Bytes(1)], ("key", key));
        var other = Decode(signed, ("key", new string('0', 64)));
        var radio = Decode([.. new MavWriter(51, 68).Write(new RadioStatus(0, 0, 200, 190, 99, 30, 31), MavAgain.Now), .. MavVectors.Bytes(1)], ("key", key), ("unsigned", "radio-status"));

        Assert.Equal([null, MavFaults.Replayed, MavFaults.Unsigned], lines.Select(line => line.Fault));
        Assert.Equal((3, 103_401_643_092_941ul), ((int)lines[0].Fields!["signature"]!["link_id"]!, (ulong)lines[0].Fields!["signature"]!["timestamp"]!));
        Assert.Equal(MavFaults.Signature, Assert.Single(other).Fault);
        Assert.Equal([null, MavFaults.Unsigned], radio.Select(line => line.Fault));
    }

    /// <summary>Nobody knows how old a recording is: only what comes behind its own first signature can be late.</summary>
    [Fact]
    public void Decode_RecordingOfYesterday_IsNotStaleUnlessItSaysWhenItWasReceived()
    {
        string key = Convert.ToHexString([.. Enumerable.Range(0, 32).Select(value => (byte)value)]);
        var now = new FakeTimeProvider().GetUtcNow();
        var signer = new MavSigner(new MavKey(Convert.FromHexString(key)), 1);
        byte[] signed = [.. new MavWriter(1, 1, signer).Write(new RadioStatus(0, 0, 200, 190, 99, 30, 31), now.AddDays(-1))];

        Assert.Null(Assert.Single(Decode(signed, ("key", key))).Fault);
        Assert.Equal(MavFaults.Stale, Assert.Single(Decode(signed, ("key", key), ("received", now.ToString("O")))).Fault);
    }

    [Fact]
    public void Decode_Datagram_IsNotAStream()
    {
        byte[] whole = [.. MavVectors.Bytes(1), .. MavVectors.Bytes(5)];

        Assert.Equal(["HEARTBEAT", MavFaults.CutOff], Decode(whole[..30], ("datagram", "true")).Select(line => line.Fault ?? line.Type));
        Assert.Equal("too-long", Assert.Single(Decode(new byte[70_000], ("datagram", "true"))).Fault);
    }

    [Fact]
    public void Decode_LongRecording_IsReadToItsEnd()
    {
        byte[] recording = [.. Enumerable.Repeat(MavVectors.Bytes(5), 4_000).SelectMany(static bytes => bytes)];

        var lines = Decode(recording);

        Assert.Equal(4_000, lines.Count);
        Assert.All(lines, line => Assert.Equal("ATTITUDE", line.Type));
    }

    [Theory]
    [InlineData("received", "yesterday")]
    [InlineData("key", "12")]
    [InlineData("unsigned", "perhaps")]
    public void Decode_BadOption_IsAFault(string name, string value) => Assert.Equal("bad-option", Assert.Single(Decode(MavVectors.Bytes(1), (name, value))).Fault);

    /// <summary>The fields as they are printed: text and back.</summary>
    private static List<DecodedFrame> Decode(byte[] bytes, params (string Name, string Value)[] options) =>
        [.. new MavlinkDecoder(new FakeTimeProvider()).Decode(bytes, options.ToDictionary(option => option.Name, option => option.Value)).Select(Printed)];

    private static DecodedFrame Printed(DecodedFrame line) => line.Fields is { } fields ? line with { Fields = JsonNode.Parse(fields.ToJsonString())!.AsObject() } : line;

    private static string Shown(JsonNode? value) => value switch
    {
        null => "NaN",
        JsonArray list => string.Join(' ', list.Select(Shown)),
        _ => value.ToString(),
    };
}
