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

    [Fact]
    public void Cover_DeclaredNumberThatHadCome_LeavesNoRoomForAnother()
    {
        // 2, 4 and 6 were dropped; 4 had come before; 5 is another device's and was lost on the way.
        Claim("cam-01", 2, 6, 3);
        _claims.Came(Reading("cam-01", 4));
        Assert.NotEqual([(1L, 7L)], Cover(1, 3, 4, 7));
        Assert.Equal([(1L, 7L)], Cover(1, 3, 4, 5, 7));
    }

    [Fact]
    public void Cover_NumbersOfOtherDevices_DoNotWeakenARecord()
    {
        Claim("cam-01", 2, 6, 3);
        _claims.Came(Reading("cam-02", 3));
        _claims.Came(Reading("cam-01", 5) with { Lane = "alarm" });
        Assert.Equal([(1L, 7L)], Cover(1, 3, 5, 7));
    }

    [Theory]
    [InlineData("cam-01", "event")]
    [InlineData(GapClaims.Untold, null)]
    public void Cover_RecordAnsweredOneByOneAsWell_IsNotCountedTwice(string device, string? lane)
    {
        Claim("cam-01", 2, 6, 3);
        foreach (long seq in new[] { 2L, 4L, 6L })
        {
            _claims.Add(Gap(device, seq, seq, 1) with { GapLane = lane });
        }

        Assert.Equal([(1L, 2L), (4L, 4L), (6L, 7L)], Cover(1, 7));
    }

    [Fact]
    public void Cover_GapOfPictures_CoversNoReading()
    {
        _claims.Add(Gap("cam-01", 2, 3, 2) with { GapLane = "media" });
        Assert.Equal([(1L, 1L), (4L, 4L)], Cover(1, 4));
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

    private void Claim(string device, long from, long to, long count) => _claims.Add(Gap(device, from, to, count));

    private static ReceivedLine Gap(string device, long from, long to, long count) =>
        new() { Type = ReceivedLine.Reading, Topic = "t", Kind = "gap", Device = device, GapLane = "event", FromSeq = from, ToSeq = to, Count = count };

    private static ReceivedLine Reading(string device, long seq) => new() { Type = ReceivedLine.Reading, Topic = "t", Device = device, Lane = "event", Seq = seq };

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
