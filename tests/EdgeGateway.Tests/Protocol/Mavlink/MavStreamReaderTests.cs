using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Tests.Protocol.Mavlink;

public sealed class MavStreamReaderTests
{
    private const int Stranger = 4242;
    private static readonly byte[] s_beat = MavVectors.Bytes(1);
    private static readonly byte[] s_attitude = MavVectors.Bytes(5);
    private static readonly byte[] s_strange = MavMade.Frame(Stranger, new byte[20], crcExtra: 77);

    [Fact]
    public void Read_SeveralFramesOfADatagram_FindsAll() => Assert.Equal("0 30 0", MavReading.Words(MavReading.Datagram([.. s_beat, .. s_attitude, .. s_beat])));

    [Fact]
    public void Read_PartialFrameAtTheEndOfADatagram_IsDroppedAndCounted()
    {
        var reader = new MavStreamReader();
        reader.AddDatagram([.. s_beat, .. s_attitude.AsSpan(0, 17)]);
        Assert.Equal("0 cut-off", MavReading.Words(MavReading.All(reader)));
        reader.AddDatagram([.. s_attitude.AsSpan(17), .. s_beat]);

        Assert.Equal("0", MavReading.Words(MavReading.All(reader)));
        Assert.Equal((2, 1), (reader.Counters.Frames, reader.Counters.CutOff));
    }

    [Fact]
    public void Idle_FalseStart_GivesTheFrameInside_AndAFrameThatIsUnderWayGoesOn()
    {
        var reader = new MavStreamReader();
        reader.Add([0xFE, 0xFF, 0x55, 0x55, .. s_beat, .. s_attitude.AsSpan(0, 17)]);
        Assert.Empty(MavReading.All(reader));

        reader.Idle();
        Assert.Equal("cut-off 0", MavReading.Words(MavReading.All(reader)));
        reader.Add(s_attitude.AsSpan(17));
        Assert.Equal("30", MavReading.Words(MavReading.All(reader)));
    }

    [Fact]
    public void Read_FalseStartThatClaimsMoreThanTheDatagram_LosesNothing() =>
        Assert.Equal("cut-off 0", MavReading.Words(MavReading.Datagram([0xFD, 200, 0, 0, .. s_beat])));

    [Fact]
    public void Read_UnknownIdBeforeAFrame_IsPassedOver() => Assert.Equal("4242 0", MavReading.Words(MavReading.Stream([.. s_strange, .. s_beat])));

    [Fact]
    public void Read_UnknownIdAtTheEnd_IsPassedOver()
    {
        var reader = new MavStreamReader();
        reader.Add(s_strange);

        var item = Assert.Single(MavReading.All(reader));
        Assert.Null(item.Frame.Definition);
        Assert.Equal((0, 1, 0), (reader.Counters.Frames, reader.Counters.Unknown, reader.Counters.Faults));
    }

    [Fact]
    public void Read_UnknownIdBeforeAnythingElse_IsSearched() =>
        Assert.Equal("unknown-message 0", MavReading.Words(MavReading.Stream([.. s_strange, 0x55, .. s_beat])));

    [Fact]
    public void Read_UnknownIdWithAGoodFrameInside_LosesNothing()
    {
        byte[] hiding = MavMade.Frame(Stranger, [1, 2, .. s_beat, 3], crcExtra: 77);

        Assert.Equal("unknown-message 0 0", MavReading.Words(MavReading.Stream([.. hiding, .. s_beat])));
    }

    [Fact]
    public void Read_UnknownIdThatEndsInsideAGoodFrame_LosesNothing()
    {
        // The false header claims up to the start byte that lies inside the payload of the good frame.
        byte[] good = MavMade.Frame(ExtendedSysState.MsgId, [1, 2, 0xFD, 4]);
        byte[] header = [0xFD, 12, 0, 0, 9, 1, 1, 0x92, 0x10, 0];

        Assert.Equal("unknown-message 245 0", MavReading.Words(MavReading.Stream([.. header, .. new byte[2], .. good, .. s_beat])));
    }

    [Fact]
    public void Read_SignedFrameCutOffInItsSignature_TakesNothingOfTheNext()
    {
        byte[] cut = MavVectors.Bytes(15)[..23];
        byte[] bytes = [.. cut, .. s_beat, .. s_attitude];
        for (int split = 0; split <= bytes.Length; split++)
        {
            // Whole by its own account where the next one has not come far enough to be known; then it is for the signature to say no.
            string found = MavReading.Words(MavReading.Stream(bytes[..split], bytes[split..]));
            Assert.EndsWith("0 30", found, StringComparison.Ordinal);
            Assert.True(found is "crc 0 30" or "0 0 30");
        }
    }

    [Fact]
    public void Read_UnknownIdThatEndsWhereTheBytesDo_TakesNothingOfAFrameThatGoesOn()
    {
        byte[] header = [0xFD, 12, 0, 0, 9, 1, 1, 0x92, 0x10, 0];
        byte[] bytes = [.. header, 1, 2, .. s_attitude, .. s_beat];
        for (int split = 0; split <= bytes.Length; split++)
        {
            Assert.EndsWith("30 0", MavReading.Words(MavReading.Stream(bytes[..split], bytes[split..])), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_DamagedFrame_IsToldOnce()
    {
        byte[] damaged = [.. s_attitude];
        (damaged[20], damaged[22], damaged[24]) = (0xFE, 0xFD, 0xFD);

        Assert.Equal("0 crc 0", MavReading.Words(MavReading.Stream([.. s_beat, .. damaged, .. s_beat])));
    }

    [Fact]
    public void Read_TwoDamagedFramesInARow_AreToldEach() =>
        Assert.Equal("crc crc 0", MavReading.Words(MavReading.Stream([.. Convert.FromHexString(MavVectors.WrongChecksum), .. Convert.FromHexString(MavVectors.WrongChecksum), .. s_beat])));

    [Fact]
    public void Read_NoiseBetweenFrames_IsCountedAsBytes()
    {
        var reader = new MavStreamReader();
        reader.Add([1, 2, 3, .. s_beat, 4, 5]);

        Assert.Equal("0", MavReading.Words(MavReading.All(reader)));
        Assert.Equal(5, reader.Counters.SkippedBytes);
    }

    [Fact]
    public void Read_Version1OfAnotherLength_IsRefused() =>
        Assert.Equal("length 0", MavReading.Words(MavReading.Stream([.. MavMade.FrameV1(Heartbeat.MsgId, new byte[8]), .. s_beat])));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Read_SenderZero_IsRefused(byte system, byte component) =>
        Assert.Equal("source 0", MavReading.Words(MavReading.Stream([.. MavMade.Frame(Heartbeat.MsgId, new byte[9], system: system, component: component), .. s_beat])));

    [Fact]
    public void Read_LongestFrame_IsRead()
    {
        byte[] longest = new MavWriter(1, 1, new MavSigner(MavVectors.Key, 1)).Write(new CameraImageCaptured(1, 2, 3, 4, 5, 6, [1f, 0f, 0f, 0f], 7, 0, 1, new string('a', 205)), MavAgain.Now);

        Assert.Equal(MavFrame.Longest, longest.Length);
        Assert.Equal("263 0", MavReading.Words(MavReading.Stream([.. longest, .. s_beat])));
    }

    [Fact]
    public void Add_MoreThanADatagram_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new MavStreamReader().Add(new byte[MavStreamReader.LongestPart + 1]));

    [Fact]
    public void Add_WithoutReading_DoesNotGrowForever()
    {
        var reader = new MavStreamReader();
        reader.Add(new byte[MavStreamReader.LongestPart]);
        reader.Add(new byte[MavStreamReader.LongestPart]);

        Assert.Throws<InvalidOperationException>(() => reader.Add(s_beat));
    }

    [Fact]
    public void Reset_HalfAFrame_ForgetsIt()
    {
        var reader = new MavStreamReader();
        reader.Add(s_attitude.AsSpan(0, 20));
        Assert.Empty(MavReading.All(reader));
        reader.Reset();
        reader.Add(s_beat);

        Assert.Equal("0", MavReading.Words(MavReading.All(reader)));
    }

    [Fact]
    public void Read_KnownFrames_AllocatesNothing()
    {
        var reader = new MavStreamReader();
        byte[] bytes = [.. s_beat, .. s_attitude, .. MavVectors.Bytes(6)];
        long sum = Run(reader, bytes, 100);
        long before = GC.GetAllocatedBytesForCurrentThread();
        sum += Run(reader, bytes, 1_000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(1_100 * (67371008L + 123456 + 123460), sum);
    }

    private static long Run(MavStreamReader reader, byte[] bytes, int times)
    {
        long sum = 0;
        for (int i = 0; i < times; i++)
        {
            reader.Add(bytes);
            while (reader.TryRead(out var item))
            {
                sum += item.Frame.MessageId switch
                {
                    Heartbeat.MsgId => item.Frame.Read<Heartbeat>().CustomMode,
                    Attitude.MsgId => item.Frame.Read<Attitude>().TimeBootMs,
                    _ => item.Frame.Read<GlobalPositionInt>().TimeBootMs,
                };
            }
        }

        return sum;
    }
}
