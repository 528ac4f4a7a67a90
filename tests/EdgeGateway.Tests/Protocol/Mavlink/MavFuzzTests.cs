using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Tests.Protocol.Mavlink;

/// <summary>
/// Ten million bytes, some random, some of damaged frames, with good frames in between: every good frame comes out once and in its order. Ten times as
/// many with <c>./test.sh --long</c>.
/// </summary>
public sealed class MavFuzzTests
{
    private const int UsualSize = 10_000_000;
    private const int LongSize = 100_000_000;

    private static readonly byte[][] s_seeds = [.. MavVectors.Good.Select(vector => vector.Bytes)];

    private static int Size => Environment.GetEnvironmentVariable("EDGEGATEWAY_LONG") == "1" ? LongSize : UsualSize;

    [Theory]
    [InlineData(1, 64)]
    [InlineData(2, 1500)]
    [InlineData(3, 65_536)]
    public void Stream_GoodFramesInNoise_AreAllFound(int seed, int longestPart)
    {
        var (bytes, good) = Made(new Random(seed), Size / 3);
        var random = new Random(seed);
        var reader = new MavStreamReader();
        var found = new List<uint>();
        for (int at = 0; at < bytes.Length;)
        {
            int part = Math.Min(1 + random.Next(longestPart), bytes.Length - at);
            reader.Add(bytes.AsSpan(at, part));
            Take(reader, found);
            at += part;
        }

        reader.End();
        Take(reader, found);
        Assert.Equal(good, found.Count);
        Assert.Equal(Enumerable.Range(0, good).Select(number => (uint)number), found);
        Assert.True(reader.Counters.Faults > 1000);
    }

    [Fact]
    public void Datagrams_GoodFramesInNoise_AreAllFound()
    {
        var random = new Random(4);
        var reader = new MavStreamReader();
        var found = new List<uint>();
        int good = 0;
        for (int fed = 0; fed < Size / 10;)
        {
            var (bytes, more) = Made(random, random.Next(1400), good);
            reader.AddDatagram(bytes);
            Take(reader, found);
            (fed, good) = (fed + bytes.Length + 1, good + more);
        }

        Assert.Equal(Enumerable.Range(0, good).Select(number => (uint)number), found);
    }

    private static void Take(MavStreamReader reader, List<uint> found)
    {
        while (reader.TryRead(out var item))
        {
            if (item is { Fault: null, Frame: { System: 77, Component: 7, MessageId: Heartbeat.MsgId } frame })
            {
                found.Add(frame.Read<Heartbeat>().CustomMode);
            }
        }
    }

    private static (byte[] Bytes, int Good) Made(Random random, int size, int from = 0)
    {
        var bytes = new List<byte>(size + 1000);
        var writer = new MavWriter(77, 7);
        int number = from;
        while (bytes.Count < size)
        {
            bytes.AddRange(Bad(random));
            for (int more = random.Next(4); more > 0; more--)
            {
                writer.Version = random.Next(2) == 0 ? MavVersion.V1 : MavVersion.V2;
                bytes.AddRange(writer.Write(new Heartbeat((uint)number++, 2, 3, 4, 5, 3), MavAgain.Now));
            }
        }

        return ([.. bytes], number - from);
    }

    private static byte[] Bad(Random random)
    {
        byte[] bad;
        switch (random.Next(4))
        {
            case 0:
                bad = new byte[random.Next(300)];
                random.NextBytes(bad);
                return bad;
            case 1:
                return FalseHeader(random);
            case 2:
                bad = [.. s_seeds[random.Next(s_seeds.Length)]];
                bad[1 + random.Next(bad.Length - 1)] ^= (byte)(1 << random.Next(8));
                return bad;
            default:
                bad = s_seeds[random.Next(s_seeds.Length)];
                return bad[..random.Next(bad.Length)];
        }
    }

    /// <summary>As tempting as can be: any length, a known or an unknown id.</summary>
    private static byte[] FalseHeader(Random random) => random.Next(2) == 0
        ? [0xFE, (byte)random.Next(256), 1, 1, 1, (byte)random.Next(256)]
        : [0xFD, (byte)random.Next(256), (byte)random.Next(2), 0, 1, 1, 1, (byte)random.Next(256), (byte)random.Next(3), 0];
}
