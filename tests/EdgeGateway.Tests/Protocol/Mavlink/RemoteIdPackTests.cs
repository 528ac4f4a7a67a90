using System.Buffers.Binary;
using System.Text;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Tests.Protocol.Mavlink;

public sealed class RemoteIdPackTests
{
    [Fact]
    public void Open_AllKinds_GivesTheSameFactsAsMessages()
    {
        byte[] mac = [0xA0, 1, 2, 3, 4, 5];
        var pack = RemoteIdPack.Open(Pack(mac, BasicId(), Location(), SelfId(), System(), OperatorId(), Authentication()))!;

        var basic = Assert.Single(pack.BasicIds);
        Assert.Equal((1, 2, "1581F5BKD225D00BP891"), (basic.IdType, basic.UaType, Encoding.ASCII.GetString(basic.UasId.Span)));
        Assert.Equal(mac, basic.IdOrMac.ToArray());
        var at = pack.Location!.Value;
        Assert.Equal((-227654321, 1163974321), (at.Latitude, at.Longitude));
        Assert.Equal((-12.5f, 51f, 40.5f, 1234.5f), (at.AltitudeBarometric, at.AltitudeGeodetic, at.Height, at.Timestamp));
        Assert.Equal((27_100, 2_225, -350), (at.Direction, at.SpeedHorizontal, at.SpeedVertical));
        Assert.Equal((2, 1, 10, 4, 3, 2, 5), (at.Status, at.HeightReference, at.HorizontalAccuracy, at.VerticalAccuracy, at.BarometerAccuracy, at.SpeedAccuracy, at.TimestampAccuracy));
        Assert.Equal((0, "survey of the quay"), (pack.SelfId!.Value.DescriptionType, pack.SelfId.Value.Description));
        var system = pack.System!.Value;
        Assert.Equal((399087654, 1163974321, 120f, -1000f, 44f), (system.OperatorLatitude, system.OperatorLongitude, system.AreaCeiling, system.AreaFloor, system.OperatorAltitudeGeo));
        Assert.Equal((1, 30, 1, 1, 2, 5, 212_345_678u), (system.AreaCount, system.AreaRadius, system.OperatorLocationType, system.ClassificationType, system.CategoryEu, system.ClassEu, system.Timestamp));
        Assert.Equal((1, 1), (pack.OperatorIds, pack.Unread));
    }

    [Fact]
    public void Open_UnknownValues_AreTheUnknownOnesOfMavlink()
    {
        byte[] unknown = Location();
        (unknown[1], unknown[2], unknown[3], unknown[4]) = (0x03, 181, 255, 126);
        unknown.AsSpan(13, 6).Clear();
        unknown.AsSpan(21, 2).Fill(0xFF);

        var at = RemoteIdPack.Open(Pack([], unknown))!.Location!.Value;

        Assert.Equal((36_100, 25_500, 6_300), (at.Direction, at.SpeedHorizontal, at.SpeedVertical));
        Assert.Equal((-1000f, -1000f, -1000f, 65535f), (at.AltitudeBarometric, at.AltitudeGeodetic, at.Height, at.Timestamp));
    }

    [Theory]
    [InlineData(24, 1)]
    [InlineData(25, 0)]
    [InlineData(25, 10)]
    [InlineData(0, 255)]
    public void Open_SizesThatCannotBe_IsRefused(byte size, byte count) =>
        Assert.Null(RemoteIdPack.Open(new OpenDroneIdMessagePack(0, 0, new byte[20], size, count, new byte[225])));

    [Fact]
    public void Open_AnyBytes_NeverThrows()
    {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++)
        {
            var messages = new byte[225];
            random.NextBytes(messages);
            Assert.NotNull(RemoteIdPack.Open(new OpenDroneIdMessagePack(0, 0, new byte[20], 25, (byte)random.Next(1, 10), messages)));
        }
    }

    private static OpenDroneIdMessagePack Pack(byte[] mac, params byte[][] broadcasts)
    {
        byte[] written = new MavWriter(1, 237).Write(new OpenDroneIdMessagePack(0, 0, mac, 25, (byte)broadcasts.Length, broadcasts.SelectMany(one => one).ToArray()), MavAgain.Now);
        var pack = MavReading.One(written).Read<OpenDroneIdMessagePack>();
        return pack with { IdOrMac = pack.IdOrMac[..mac.Length] };
    }

    private static byte[] BasicId() => Broadcast(0, bytes =>
    {
        bytes[1] = 0x12;
        "1581F5BKD225D00BP891"u8.CopyTo(bytes[2..]);
    });

    private static byte[] Location() => Broadcast(1, bytes =>
    {
        // Airborne, above ground, west, fast: 91 + 180 degrees, 29 * 0.25 + ... in the coarse scale.
        (bytes[1], bytes[2], bytes[3], bytes[4]) = (0x26, 91, 89, unchecked((byte)-7));
        BinaryPrimitives.WriteInt32LittleEndian(bytes[5..], -227654321);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[9..], 1163974321);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[13..], 1975);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[15..], 2102);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[17..], 2081);
        (bytes[19], bytes[20]) = (0x4A, 0x32);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[21..], 12345);
        bytes[23] = 0xF5;
    });

    private static byte[] Authentication() => Broadcast(2, bytes => bytes[1] = 0x10);

    private static byte[] SelfId() => Broadcast(3, bytes => "survey of the quay"u8.CopyTo(bytes[2..]));

    private static byte[] System() => Broadcast(4, bytes =>
    {
        bytes[1] = 0b101;
        BinaryPrimitives.WriteInt32LittleEndian(bytes[2..], 399087654);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[6..], 1163974321);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[10..], 1);
        bytes[12] = 3;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[13..], 2240);
        bytes[17] = 0x25;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[18..], 2088);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[20..], 212_345_678);
    });

    private static byte[] OperatorId() => Broadcast(5, bytes => "FIN87astrdge12k8"u8.CopyTo(bytes[2..]));

    private static byte[] Broadcast(int kind, SpanAction fill)
    {
        var bytes = new byte[25];
        bytes[0] = (byte)(kind << 4 | 2);
        fill(bytes);
        return bytes;
    }

    private delegate void SpanAction(Span<byte> bytes);
}
