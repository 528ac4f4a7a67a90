using EdgeGateway.Protocol.Mavlink;

namespace EdgeGateway.Tests.Protocol.Mavlink;

/// <summary>drone.md section 6.1, vectors 1 to 18.</summary>
public sealed class MavVectorTests
{
    public static TheoryData<int> Numbers => new(MavVectors.Good.Select(vector => vector.Number));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Read_Header_IsThatOfTheVector(int number)
    {
        var vector = MavVectors.Good.Single(one => one.Number == number);
        var frame = MavReading.One(vector.Bytes);

        Assert.Equal(
            (vector.Version, vector.Sequence, vector.System, vector.Component, vector.Id),
            (frame.Version, frame.Sequence, frame.System, frame.Component, frame.MessageId));
        Assert.Equal(vector.Bytes, frame.Bytes.ToArray());
        Assert.Equal(number == 15, frame.IsSigned);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Read_Fields_AreThoseOfTheVector(int number)
    {
        var vector = MavVectors.Good.Single(one => one.Number == number);
        var frame = MavReading.One(vector.Bytes);
        var read = MavAgain.Of(frame, new MavWriter(1, 1)).Message;

        foreach (string field in vector.Fields.Split("; "))
        {
            string[] parts = field.Split(" = ");
            Assert.Equal((parts[0], MavTold.Expected(parts[1])), (parts[0], MavTold.Property(read, parts[0])));
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Write_TheSameFields_GivesTheSameBytes(int number)
    {
        var vector = MavVectors.Good.Single(one => one.Number == number);
        var frame = MavReading.One(vector.Bytes);
        // The time of vector 15 is far in the future, so it comes from what is stored: one more with each frame.
        var signer = number == 15 ? new MavSigner(MavVectors.Key, 3, 0x5E0B1234ABCD - 14) : null;
        var writer = new MavWriter(vector.System, vector.Component, signer) { Version = vector.Version };
        while (writer.NextSequence != vector.Sequence)
        {
            _ = MavAgain.Of(frame, writer);
        }

        Assert.Equal(vector.Hex, Convert.ToHexStringLower(MavAgain.Of(frame, writer).Frame));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Read_SplitAnywhere_FindsTheSameFrame(int number)
    {
        byte[] bytes = MavVectors.Bytes(number);
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            var frame = Assert.Single(MavReading.Stream(bytes[..cut], bytes[cut..])).Frame;
            Assert.Equal(bytes, frame.Bytes.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Read_AnyBitFlipped_GivesNoReading(int number)
    {
        byte[] bytes = MavVectors.Bytes(number);
        var check = new MavSignatureCheck(MavVectors.Key, MavUnsignedPolicy.Accept);
        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            byte[] damaged = [.. bytes];
            damaged[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.DoesNotContain(MavReading.Stream(damaged), item => item.Fault is null && item.Frame.Definition is not null && check.Refuses(item.Frame, MavAgain.Now) is null);
        }
    }

    [Fact]
    public void Read_WrongChecksum_IsCountedAndNotRead()
    {
        var reader = new MavStreamReader();
        reader.Add(Convert.FromHexString(MavVectors.WrongChecksum));

        Assert.Equal("crc", MavReading.Words(MavReading.All(reader)));
        Assert.Equal((0, 1, 1), (reader.Counters.Frames, reader.Counters.Faults, reader.Counters.Crc));
    }

    [Fact]
    public void Read_UnknownIncompatFlag_IsCountedAndNotRead()
    {
        var reader = new MavStreamReader();
        reader.Add(Convert.FromHexString(MavVectors.UnknownFlag));

        Assert.Equal("incompat-flags", MavReading.Words(MavReading.All(reader)));
        Assert.Equal((0, 1, 0, 1), (reader.Counters.Frames, reader.Counters.Faults, reader.Counters.Crc, reader.Counters.Incompatible));
    }

    [Fact]
    public void Read_FalseStartByte_FindsTheFramesThatItCovers()
    {
        byte[] bytes = Convert.FromHexString(MavVectors.FalseStart);
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            var items = MavReading.Stream(bytes[..cut], bytes[cut..]);
            Assert.Equal("crc 0 30 0", MavReading.Words(items));
            Assert.Equal([MavVersion.V1, MavVersion.V2, MavVersion.V2], items.Skip(1).Select(item => item.Frame.Version));
        }
    }
}
