using EdgeGateway.Uplink.Confirmation;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;

public sealed class PositionBitsTests
{
    private const int Most = 20_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Anything_OfManyChanges_IsAsInAPlainSet(int seed)
    {
        var random = new Random(seed);
        var bits = new PositionBits();
        var plain = new HashSet<long>();
        for (int step = 0; step < 300; step++)
        {
            Change(bits, plain, random);
            long first = random.NextInt64(1, Most);
            long last = first + random.NextInt64(0, 9000);
            var runs = bits.Runs(first, last).ToList();
            Assert.Equal(Expected(bits, plain, first, last), runs.SelectMany(static run => Numbers(run.First, run.Last)));
            Assert.All(runs.Zip(runs.Skip(1)), static pair => Assert.True(pair.First.Last + 1 < pair.Second.First));
            Assert.Equal(plain.Count, bits.Count);
        }
    }

    [Fact]
    public void Remove_OutOfAWholePage_LeavesOtherWholePagesAlone()
    {
        var bits = new PositionBits();
        foreach (long position in Numbers(1, 16_383))
        {
            bits.Add(position);
        }

        bits.Remove(5000, 5000);
        Assert.Equal([(1, 4999), (5001, 16_383)], bits.Runs(1, long.MaxValue / 2));
        Assert.Equal(16_382, bits.Count);
    }

    private static void Change(PositionBits bits, HashSet<long> plain, Random random)
    {
        long first = random.NextInt64(1, Most);
        long last = first + random.NextInt64(0, 6000);
        switch (random.Next(10))
        {
            case 0:
                bits.RaiseFloor(Math.Min(bits.Floor + 500, Most));
                plain.RemoveWhere(position => position <= bits.Floor);
                break;
            case < 4:
                bits.Remove(first, last);
                plain.RemoveWhere(position => position >= first && position <= last);
                break;
            default:
                foreach (long position in Numbers(first, last))
                {
                    bits.Add(position);
                    _ = position > bits.Floor && plain.Add(position);
                }

                break;
        }
    }

    private static IEnumerable<long> Expected(PositionBits bits, HashSet<long> plain, long first, long last) =>
        Numbers(first, last).Where(position => position <= bits.Floor || plain.Contains(position));

    private static IEnumerable<long> Numbers(long first, long last)
    {
        for (long number = first; number <= last; number++)
        {
            yield return number;
        }
    }
}
