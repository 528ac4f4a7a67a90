using System.Text;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Tests.Protocol.Mavlink;

public sealed class MavMessagesTests
{
    public static TheoryData<int> Described => new(MavMessages.All.Where(definition => definition.Fields.Count > 0).Select(definition => definition.Id));

    public static TheoryData<int> Read => new(MavAgain.Ids);

    [Theory]
    [MemberData(nameof(Described))]
    public void CrcExtra_OfTheLayout_IsThatOfTheMessage(int id)
    {
        var definition = MavMessages.Find(id)!;
        ushort crc = MavCrc.Of(Encoding.ASCII.GetBytes(definition.Name + " "));
        foreach (var field in definition.Fields.Where(field => !field.IsExtension))
        {
            crc = MavCrc.Of(Encoding.ASCII.GetBytes($"{TypeName(field.Type)} {field.Name} "), crc);
            crc = field.Count > 0 ? MavCrc.With(crc, (byte)field.Count) : crc;
        }

        Assert.Equal(definition.CrcExtra, (byte)(crc ^ crc >> 8));
    }

    [Theory]
    [MemberData(nameof(Read))]
    public void Record_OfRandomBytes_SaysWhatTheLayoutSays(int id)
    {
        var definition = MavMessages.Find(id)!;
        byte[] bytes = MavMade.Frame(id, MavMade.Payload(new Random(id), definition.MaxLength));
        var frame = MavReading.One(bytes);
        var (message, again) = MavAgain.Of(frame, new MavWriter(1, 1));

        Assert.Equal(
            definition.Fields.Select(field => $"{field.Name} = {MavTold.Field(frame, field)}"),
            definition.Fields.Select(field => $"{field.Name} = {MavTold.Property(message, field.Name)}"));
        Assert.Equal(bytes.AsSpan(10).ToArray(), again.AsSpan(10).ToArray());
    }

    [Theory]
    [MemberData(nameof(Read))]
    public void Read_AnyShorterPayload_IsZeroBehindItsEnd(int id)
    {
        var definition = MavMessages.Find(id)!;
        byte[] whole = MavMade.Payload(new Random(id), definition.MaxLength);
        for (int length = 0; length < whole.Length; length++)
        {
            byte[] padded = new byte[whole.Length];
            whole.AsSpan(0, length).CopyTo(padded);
            byte[] shortened = MavAgain.Of(MavReading.One(MavMade.Frame(id, whole[..length])), new MavWriter(1, 1)).Frame;
            Assert.Equal(MavAgain.Of(MavReading.One(MavMade.Frame(id, padded)), new MavWriter(1, 1)).Frame, shortened);
        }
    }

    [Fact]
    public void Read_LongerPayload_IgnoresTheRest()
    {
        byte[] payload = [1, 2, 99, 98];

        var state = MavReading.One(MavMade.Frame(ExtendedSysState.MsgId, payload)).Read<ExtendedSysState>();

        Assert.Equal(new ExtendedSysState(1, 2), state);
    }

    [Fact]
    public void Read_AnotherMessage_Throws() => Assert.Throws<InvalidOperationException>(() => MavReading.One(MavVectors.Bytes(1)).Read<Attitude>());

    [Fact]
    public void All_Ids_AreThoseOfTheDocument()
    {
        Assert.Equal(MavMessages.All.Count, MavMessages.All.DistinctBy(definition => definition.Name).Count());
        Assert.Equal(49, MavMessages.All.Count);
        Assert.All(MavMessages.All, definition => Assert.True(definition.BaseLength <= definition.MaxLength && definition.MaxLength <= 255));
        Assert.True(MavMessages.Find(256)!.IsSecret);
    }

    [Theory]
    [InlineData(1, 31, 43)]
    [InlineData(24, 30, 52)]
    [InlineData(42, 2, 18)]
    [InlineData(77, 3, 10)]
    [InlineData(147, 36, 54)]
    [InlineData(148, 60, 78)]
    [InlineData(242, 52, 60)]
    [InlineData(253, 51, 54)]
    [InlineData(263, 255, 255)]
    [InlineData(12901, 59, 59)]
    [InlineData(12904, 54, 54)]
    [InlineData(12915, 249, 249)]
    public void Lengths_OfTheLayout_AreThoseOfTheDocument(int id, int baseLength, int maxLength) =>
        Assert.Equal((baseLength, maxLength), (MavMessages.Find(id)!.BaseLength, MavMessages.Find(id)!.MaxLength));

    [Theory]
    [InlineData("电池电量低，返航", 24)]
    [InlineData("电池电量低，返航电池电量低，返航电池电量低，返航", 48)]
    public void Text_TooLong_IsCutBetweenCharacters(string text, int bytes)
    {
        var payload = new MavPayloadWriter(new byte[50]);
        payload.Text(text, 50);
        Span<byte> written = new byte[50];
        var again = new MavPayloadWriter(written);
        again.Text(text, 50);

        Assert.Equal(50, payload.Length);
        Assert.Equal(bytes, written.TrimEnd((byte)0).Length);
        Assert.StartsWith(Encoding.UTF8.GetString(written.TrimEnd((byte)0)), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Crc_CheckValue_Is6F91() => Assert.Equal(0x6F91, MavCrc.Of("123456789"u8));

    private static string TypeName(MavFieldType type) => type switch
    {
        MavFieldType.U8 or MavFieldType.TextByte => "uint8_t",
        MavFieldType.I8 => "int8_t",
        MavFieldType.U16 => "uint16_t",
        MavFieldType.I16 => "int16_t",
        MavFieldType.U32 => "uint32_t",
        MavFieldType.I32 => "int32_t",
        MavFieldType.U64 => "uint64_t",
        MavFieldType.F32 => "float",
        _ => "char",
    };
}
