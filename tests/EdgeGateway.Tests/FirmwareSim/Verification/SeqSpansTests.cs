using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Tests.FirmwareSim.Verification;

public sealed class SeqSpansTests
{
    [Fact]
    public void Add_RandomNumbers_IsTheSetOfThem()
    {
        var random = new Random(7);
        for (int round = 0; round < 200; round++)
        {
            var spans = new SeqSpans();
            var truth = new SortedSet<long>();
            for (int i = 0; i < 30; i++)
            {
                (long from, long length) = (random.Next(0, 60), random.Next(1, 6));
                spans.Add(from, from + length - 1);
                truth.UnionWith(Enumerable.Range((int)from, (int)length).Select(n => (long)n));
            }

            Assert.Equal(truth, spans.Spans.SelectMany(span => Numbers(span.From, span.To)));
            Assert.Equal((truth.Min, truth.Max), (spans.Lowest, spans.Highest));
            Assert.All(spans.Spans.Zip(spans.Spans.Skip(1)), pair => Assert.True(pair.First.To + 1 < pair.Second.From));
            Assert.Equal(Numbers(0, 70).Except(truth), spans.Holes(0, 70).SelectMany(hole => Numbers(hole.From, hole.To)));
            Assert.Equal(Numbers(10, 40).Except(truth).Count(), spans.Missing(10, 40));
            Assert.All(Numbers(0, 70), n => Assert.Equal(truth.Contains(n), spans.Contains(n)));
        }
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(5, 4)]
    [InlineData(1, long.MaxValue)]
    [InlineData(long.MinValue, long.MaxValue)]
    public void Add_NoRangeOfNumbers_AddsNothing(long from, long to)
    {
        var spans = new SeqSpans();
        spans.Add(from, to);
        Assert.Empty(spans.Spans);
        Assert.Null(spans.Highest);
    }

    [Fact]
    public void Holes_OfAnEmptySet_IsTheWholeRange()
    {
        Assert.Equal([(3, 9)], new SeqSpans().Holes(3, 9));
        Assert.Empty(new SeqSpans().Holes(9, 3));
    }

    [Fact]
    public void Holes_OfTheGreatestRange_AreCountedWithoutCountingOneByOne()
    {
        var spans = new SeqSpans();
        spans.Add(SeqSpans.Most);
        Assert.Equal(SeqSpans.Most - 1, spans.Missing(1, SeqSpans.Most));
    }

    private static IEnumerable<long> Numbers(long from, long to) => Enumerable.Range((int)from, (int)(to - from + 1)).Select(n => (long)n);
}
