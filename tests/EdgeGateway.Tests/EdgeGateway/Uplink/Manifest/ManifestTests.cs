using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Uplink.Manifest;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Manifest;

public sealed class ManifestTests
{
    private static readonly ManifestPlan s_plan = new(new ManifestSettings { Every = TimeSpan.FromMinutes(10), Readings = 100 });

    [Fact]
    public void Describe_WithGaps_CountsAndDigestsWhatExists()
    {
        var body = new ManifestRange("e1", 8, 12).Describe("gw", [(1, 8), (10, 10), (10, 11), (13, 20)]);
        Assert.Equal((8, 12, 2), (body.FromSeq, body.ToSeq, body.Count));
        Assert.Equal([[8, 8], [10, 11]], body.Gaps);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("gw:e1:9\ngw:e1:12\n"))), body.Sha256);
    }

    /// <summary>printf 'gw-1:00c0ffee:1\ngw-1:00c0ffee:2\n' | sha256sum</summary>
    [Fact]
    public void Describe_TwoNumbers_IsWhatSha256SumSays() =>
        Assert.Equal("94de38d92c3597c7ef441606561facaa630f812cf5c63769e8f51b587dccf35f", new ManifestRange("00c0ffee", 1, 2).Describe("gw-1", []).Sha256);

    [Fact]
    public void Describe_ManyGaps_EndsBeforeTheyAreTooManyAndStaysBelowTheLimit()
    {
        const long Far = 9_000_000_000_000_000_000;
        var gaps = Enumerable.Range(0, 5000).Select(i => (Far + (3L * i), Far + (3L * i) + 1)).ToList();
        var body = new ManifestRange("00c0ffee", Far - 1, Far + 20_000).Describe("gw-1", gaps);
        Assert.Equal(ManifestRange.MostGaps, body.Gaps.Count);
        Assert.Equal(gaps[ManifestRange.MostGaps].Item1 - 1, body.ToSeq);
        Assert.Equal(body.ToSeq - body.FromSeq + 1 - 2000, body.Count);
        Assert.True(JsonSerializer.SerializeToUtf8Bytes(body, StateJson.Default.ManifestBody).Length < 64 * 1024);
    }

    [Fact]
    public void Describe_NothingExists_HasTheDigestOfNothing()
    {
        var body = new ManifestRange("e1", 3, 4).Describe("gw", [(3, 4)]);
        Assert.Equal((0, Convert.ToHexStringLower(SHA256.HashData([]))), (body.Count, body.Sha256));
    }

    [Theory]
    [InlineData(99, 5, null, null)]
    [InlineData(100, 5, 1L, 100L)]
    [InlineData(250, 5, 1L, 100L)]
    [InlineData(7, 10, 1L, 7L)]
    [InlineData(0, 10, null, null)]
    public void Next_OneEpoch_SpeaksWhenEnoughOrLongEnough(long takenUpTo, int minutes, long? first, long? last)
    {
        var range = s_plan.Next([new EpochSpan("e1", 0, 300)], (null, 0), takenUpTo, TimeSpan.FromMinutes(minutes));
        Assert.Equal((first, last), (range?.First, range?.Last));
    }

    [Fact]
    public void Next_FromMarkToMark_CoversEveryNumberOfTheEpochThatGoesOnOnce()
    {
        List<EpochSpan> epochs = [new("e1", 0, 130), new("e2", 130, 0), new("e3", 130, 205)];
        var covered = ((string?)"e1", 120L);
        var told = new List<ManifestRange>();
        while (s_plan.Next(epochs, covered, 335, TimeSpan.FromMinutes(10)) is { } range)
        {
            told.Add(range);
            covered = (range.Epoch, range.Last);
        }

        Assert.Equal([new("e3", 1, 100), new("e3", 101, 200), new("e3", 201, 205)], told);
    }

    [Fact]
    public void Next_ReadingsOfAnEarlierEpochStillWait_StatesNothing() =>
        Assert.Null(s_plan.Next([new EpochSpan("e1", 0, 130), new EpochSpan("e2", 130, 200)], ("e1", 120), 129, TimeSpan.FromDays(1)));

    [Fact]
    public void Next_MarkOfAStoreThatIsGone_BeginsAtTheOldestHere() =>
        Assert.Equal(1, s_plan.Next([new EpochSpan("e9", 0, 5)], ("e1", 400), 5, TimeSpan.FromMinutes(10))!.First);
}
