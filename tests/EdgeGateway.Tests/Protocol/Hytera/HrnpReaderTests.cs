using EdgeGateway.Protocol.Hytera;
using static EdgeGateway.Tests.Protocol.Hytera.HyteraVectors;

namespace EdgeGateway.Tests.Protocol.Hytera;

public sealed class HrnpReaderTests
{
    private static readonly byte[] s_all = [.. Hrnp.SelectMany(Bytes)];

    [Fact]
    public void TryNext_ByteByByte_GivesEveryFrame()
    {
        var reader = new HrnpReader();
        var found = s_all.SelectMany(one => Feed(reader, one)).ToArray();

        Assert.Equal(Hrnp, found.Select(Hex));
        Assert.Equal(0, reader.Skipped);
    }

    [Fact]
    public void TryNext_CutAnywhere_GivesEveryFrame()
    {
        for (int cut = 0; cut <= s_all.Length; cut++)
        {
            var reader = new HrnpReader();
            Assert.Equal(Hrnp, Feed(reader, s_all[..cut]).Concat(Feed(reader, s_all[cut..])).Select(Hex));
        }
    }

    [Theory]
    [MemberData(nameof(AllHrnp), MemberType = typeof(HyteraVectors))]
    public void TryNext_FrameCutOffAtAnyByte_TheNextIsReadAfterTheQuiet(string hex)
    {
        for (int cut = 1; cut < hex.Length / 2; cut++)
        {
            var reader = new HrnpReader();
            Assert.Empty(Feed(reader, Bytes(hex)[..cut]));
            Assert.True(reader.IsPartial);

            reader.GiveUp();
            Assert.Equal(HyteraFaults.HrnpCut, Assert.Single(Drain(reader)).Fault);
            Assert.False(reader.IsPartial);
            Assert.Equal(V001, Hex(Assert.Single(Feed(reader, Bytes(V001)))));
        }
    }

    [Theory]
    [MemberData(nameof(AllHrnp), MemberType = typeof(HyteraVectors))]
    public void TryNext_FrameCutOffWithoutAQuiet_TheNextIsReadAllTheSame(string hex)
    {
        for (int cut = 0; cut < hex.Length / 2; cut++)
        {
            var reader = new HrnpReader();
            var found = Feed(reader, [.. Bytes(hex)[..cut], .. Bytes(V010), .. Bytes(V004)]).ToList();
            reader.GiveUp();
            found.AddRange(Drain(reader));

            Assert.Equal([V010, V004], found.Where(item => item.Frame is not null).Select(Hex));
        }
    }

    [Fact]
    public void TryNext_GarbageBetweenFrames_EveryGoodFrameIsRead()
    {
        var random = new Random(20261122);
        for (int round = 0; round < 2_000; round++)
        {
            var wanted = Enumerable.Range(0, 4).Select(_ => Hrnp[random.Next(Hrnp.Count)]).ToArray();
            byte[] bytes = [.. wanted.SelectMany(hex => Noise(random).Concat(Bytes(hex))), .. Noise(random)];
            var reader = new HrnpReader();
            var found = new List<HrnpItem>();
            for (int at = 0; at < bytes.Length;)
            {
                int length = Math.Min(random.Next(1, 40), bytes.Length - at);
                found.AddRange(Feed(reader, bytes[at..(at + length)]));
                at += length;
            }

            reader.GiveUp();
            found.AddRange(Drain(reader));
            Assert.Equal(wanted, found.Where(item => item.Frame is not null).Select(Hex));
        }
    }

    [Fact]
    public void TryNext_RunOfGarbage_IsOneFault()
    {
        var found = Feed(new HrnpReader(), [.. Enumerable.Repeat((byte)0x55, 300), .. Bytes(V001), 1, 2, 3, .. Bytes(V002)]);

        Assert.Equal([HyteraFaults.Garbage, null, HyteraFaults.Garbage, null], found.Select(item => item.Fault));
    }

    [Fact]
    public void TryNext_WrongChecksum_DropsOneByteAndFindsTheFrameInside()
    {
        // A head that claims 24 bytes, and a whole frame inside them.
        byte[] liar = [0x7E, 4, 0, 0, 0x10, 0x20, 0, 1, 0, 24, 0, 0, .. Bytes(V004)];
        var reader = new HrnpReader();
        var found = Feed(reader, liar);

        Assert.Equal([HyteraFaults.HrnpChecksum, null], found.Select(item => item.Fault));
        Assert.Equal(V004, Hex(found[1]));
        Assert.Equal(12, reader.Skipped);
    }

    [Theory]
    [InlineData("7e1000fe20100000000c54e1", HyteraFaults.HrnpVersion)]
    [InlineData("7e0400f920100000000c60e6", HyteraFaults.HrnpOpcode)]
    [InlineData("7e0400fe20100000000b60e2", HyteraFaults.HrnpLength)]
    [InlineData("7e0400fe2010000005dd5b10", HyteraFaults.HrnpLength)]
    [InlineData("7e0400fe20100000000c60e2", HyteraFaults.HrnpChecksum)]
    public void TryNext_BadHead_SaysWhyOnceAndReadsTheNext(string hex, string why) =>
        Assert.Equal([why, null], Feed(new HrnpReader(), [.. Bytes(hex), .. Bytes(V001)]).Select(item => item.Fault));

    [Fact]
    public void Append_WithoutAsking_HoldsNoMoreThanTheLimit()
    {
        var reader = new HrnpReader();
        for (int i = 0; i < 100; i++)
        {
            reader.Append(new byte[50_000]);
        }

        reader.Append(Bytes(V001));
        Assert.Equal([HyteraFaults.HrnpOverflow, null], Drain(reader).Select(item => item.Fault));
        Assert.Equal(5_000_000, reader.Skipped);
    }

    [Fact]
    public void Append_MoreThanTheLimitAtOnce_KeepsTheEnd()
    {
        var reader = new HrnpReader();
        reader.Append([.. new byte[70_000], .. Bytes(V001)]);

        Assert.Equal(V001, Hex(Drain(reader)[^1]));
    }

    [Fact]
    public void Reset_HalfAFrame_IsForgotten()
    {
        var reader = new HrnpReader();
        Feed(reader, Bytes(V011)[..20]);
        reader.Reset();

        Assert.False(reader.IsPartial);
        Assert.Equal(V001, Hex(Assert.Single(Feed(reader, Bytes(V001)))));
    }

    private static byte[] Noise(Random random)
    {
        var noise = new byte[random.Next(0, 30)];
        random.NextBytes(noise);
        for (int i = 0; i < noise.Length; i++)
        {
            noise[i] = random.Next(6) == 0 ? (byte)0x7E : noise[i];
        }

        return noise;
    }

    private static List<HrnpItem> Feed(HrnpReader reader, params byte[] bytes)
    {
        reader.Append(bytes);
        return Drain(reader);
    }

    private static List<HrnpItem> Drain(HrnpReader reader)
    {
        var items = new List<HrnpItem>();
        while (reader.TryNext(out var item))
        {
            items.Add(item);
        }

        return items;
    }

    private static string Hex(HrnpItem item)
    {
        Assert.NotNull(item.Frame);
        return Convert.ToHexStringLower(HrnpFrame.Write(item.Frame));
    }
}
