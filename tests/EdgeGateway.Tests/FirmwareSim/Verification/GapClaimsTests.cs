using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Tests.FirmwareSim.Verification;

public sealed class GapClaimsTests
{
    private readonly GapClaims _claims = new();

    [Fact]
    public void Cover_WholeRange_IsCovered()
    {
        Claim("cam-01", 3, 5, 3);
        Assert.Equal([(1L, 8L)], Cover(1, 2, 6, 7, 8));
    }

    [Theory]
    [InlineData(true, 1, 3, 5, 7, 8, 9)]
    [InlineData(false, 1, 3, 5, 8, 9)]
    public void Cover_SomeOfTheRange_OnlyWhileNoMoreIsMissingThanDeclared(bool covered, params int[] received)
    {
        Claim("cam-01", 2, 6, 3);
        Assert.Equal(covered, Cover(received) is [(1, 9)]);
    }

    [Fact]
    public void Cover_RangesThatOverlap_AreCountedTogether()
    {
        Claim("cam-01", 2, 6, 2);
        Assert.NotEqual([(1L, 9L)], Cover(1, 3, 5, 7, 9));
        Claim("cam-02", 4, 8, 2);
        Assert.Equal([(1L, 9L)], Cover(1, 3, 5, 7, 9));
    }

    [Fact]
    public void Cover_SameClaimTwice_CountsOnce()
    {
        Claim("cam-01", 2, 6, 1);
        Claim("cam-01", 2, 6, 1);
        Assert.NotEqual([(1L, 7L)], Cover(1, 3, 5, 6, 7));
        Assert.Equal([(1L, 7L)], Cover(1, 3, 4, 5, 6, 7));
    }

    [Theory]
    [InlineData(-3, 5)]
    [InlineData(6, 5)]
    [InlineData(1, long.MaxValue)]
    public void Cover_ClaimThatIsNoRange_CoversNothing(long from, long to)
    {
        Claim("cam-01", from, to, long.MaxValue);
        Assert.Equal([(1L, 1L), (4L, 4L)], Cover(1, 4));
    }

    private void Claim(string device, long from, long to, long count) =>
        _claims.Add(new ReceivedLine { Type = ReceivedLine.Reading, Topic = "t", Kind = "gap", Device = device, FromSeq = from, ToSeq = to, Count = count });

    private IReadOnlyList<(long From, long To)> Cover(params int[] received)
    {
        var spans = new SeqSpans();
        foreach (int seq in received)
        {
            spans.Add(seq);
        }

        return _claims.Cover(spans).Spans;
    }
}
