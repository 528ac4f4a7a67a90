using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Tests.FirmwareSim.Verification;

/// <summary>A statement is believed only as far as the stream bears it out.</summary>
public sealed class ManifestJudgeTests
{
    private const string Prefix = "edge/v1/3f/site/gw";

    [Fact]
    public void Judge_KnownDigest_IsThatOfTheIdsEachWithALineEnd()
    {
        // printf 'gw:e:1\ngw:e:2\ngw:e:3\n' | sha256sum
        ManifestReport report = Judge([.. Readings(1, 2, 3), Manifest(1, 3, 3) with { Sha256 = "69b71dbe615054e7f96fbfbc85d1593cccbe72c811dfc1deb2e0194234ecc5b4" }]);
        Assert.Equal("manifests 1 bad 0 uncovered 0", report.Line);
    }

    [Fact]
    public void Judge_EverythingCame_IsGoodInAnyOrderAndWithRepeats()
    {
        ManifestReport report = Judge([Manifest(1, 4, 4, Ids(1, 2, 3, 4)), .. Readings(4, 2, 2, 1, 3, 5)]);
        Assert.Equal("manifests 1 bad 0 uncovered 0", report.Line);
        Assert.Equal(1, report.Unstated);
        Assert.Empty(report.Problems);
    }

    [Fact]
    public void Judge_NumberMissing_IsUncoveredAndNamed()
    {
        ManifestReport report = Judge([.. Readings(1, 5), Manifest(1, 6, 6, Ids(1, 2, 3, 4, 5, 6))]);
        Assert.Equal("manifests 1 bad 1 uncovered 4", report.Line);
        Assert.Equal(["manifest gw e 1..6: 2..4 neither came nor is declared as gone", "manifest gw e 1..6: 6..6 neither came nor is declared as gone"], report.Problems);
    }

    [Fact]
    public void Judge_StatedGap_NeedNotCome()
    {
        Assert.Equal("manifests 1 bad 0 uncovered 0", Judge([.. Readings(1, 4), Manifest(1, 4, 2, Ids(1, 4), [2, 3])]).Line);
        Assert.Equal("manifests 1 bad 1 uncovered 1", Judge([.. Readings(1), Manifest(1, 4, 2, Ids(1, 4), [2, 3])]).Line);
    }

    [Fact]
    public void Judge_GapRecordAfterTheManifest_CoversWithTheIdThatWouldHaveCome()
    {
        ReceivedLine gap = Reading(9) with { Kind = "gap", Epoch = "n", Id = "gw:n:9", GapEpoch = "e", FromSeq = 2, ToSeq = 3, Count = 2 };
        Assert.Equal("manifests 1 bad 0 uncovered 0", Judge([.. Readings(1, 4), Manifest(1, 4, 4, Ids(1, 2, 3, 4)), gap]).Line);
        Assert.Equal(2, Judge([.. Readings(1, 4), Manifest(1, 4, 4, Ids(1, 2, 3, 4)), gap with { GapEpoch = null }]).Uncovered);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Judge_NumberOfAStatedGapCameNonetheless_MayBeCountedOrNot(bool counted)
    {
        ReceivedLine manifest = counted ? Manifest(1, 4, 3, Ids(1, 2, 4), [2, 3]) : Manifest(1, 4, 2, Ids(1, 4), [2, 3]);
        Assert.Equal(0, Judge([.. Readings(1, 2, 4), manifest]).Bad);
    }

    [Fact]
    public void Judge_OtherCount_IsBad()
    {
        ManifestReport report = Judge([.. Readings(1, 2), Manifest(1, 2, 3, Ids(1, 2))]);
        Assert.Equal((1, 0), (report.Bad, report.Uncovered));
        Assert.Contains("states 3 readings, the ids that came are 2", report.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_OtherDigest_IsBad()
    {
        ManifestReport report = Judge([.. Readings(1, 2), Manifest(1, 2, 2, Ids(1, 3))]);
        Assert.Contains("digest", Assert.Single(report.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_IdThatIsNotItsNumber_IsBad() =>
        Assert.Equal(1, Judge([Reading(1), Reading(2) with { Id = "gw:e:02" }, Manifest(1, 2, 2, Ids(1, 2))]).Bad);

    [Fact]
    public void Judge_OtherGatewayOrEpoch_DoesNotHelp()
    {
        ReceivedLine manifest = Manifest(1, 1, 1, Ids(1));
        Assert.Equal(1, Judge([Reading(1) with { Topic = "edge/v1/3f/site/gw2/up/batch" }, manifest]).Uncovered);
        Assert.Equal(1, Judge([Reading(1) with { Epoch = "n" }, manifest]).Uncovered);
    }

    [Fact]
    public void Judge_SameManifestTwice_CountsOnce()
    {
        ReceivedLine manifest = Manifest(1, 3, 3, Ids(1, 2, 3));
        Assert.Equal("manifests 1 bad 1 uncovered 1", Judge([.. Readings(1, 3), manifest, manifest]).Line);
        Assert.Equal("manifests 2 bad 2 uncovered 1", Judge([.. Readings(1, 3), manifest, Manifest(2, 3, 2, Ids(2, 3))]).Line);
    }

    public static TheoryData<long, long, long[][]> Impossible => new()
    {
        { 0, 3, [] },
        { 3, 2, [] },
        { 1, long.MaxValue, [] },
        { -5, 5, [] },
        { 1, 3, [[0, 2]] },
        { 1, 3, [[2, 4]] },
        { 1, 3, [[3, 2]] },
        { 1, 3, [[2]] },
        { 1, 9, [[4, 5], [2, 3]] },
        { 1, 9, [[2, 4], [4, 5]] },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Judge_ManifestThatCannotBe_IsBadAtOnce(long from, long to, long[][] gaps) =>
        Assert.Equal(1, Judge([.. Readings(1, 2, 3, 4, 5, 6, 7, 8, 9), Manifest(from, to, 3, Ids(1, 2, 3), gaps)]).Bad);

    private static ManifestReport Judge(IReadOnlyList<ReceivedLine> lines)
    {
        var judge = new ManifestJudge("edge/v1");
        foreach (ReceivedLine line in lines)
        {
            judge.Add(line);
        }

        return judge.Judge();
    }

    private static IEnumerable<ReceivedLine> Readings(params long[] numbers) => numbers.Select(Reading);

    private static ReceivedLine Reading(long seq) => new() { Type = ReceivedLine.Reading, Topic = Prefix + "/up/batch", Id = $"gw:e:{seq}", Epoch = "e", Seq = seq, Kind = "plate.read" };

    private static ReceivedLine Manifest(long from, long to, long count, string ids = "", params long[][] gaps) => new()
    {
        Type = ReceivedLine.Manifest,
        Topic = Prefix + "/up/manifest",
        Epoch = "e",
        FromSeq = from,
        ToSeq = to,
        Count = count,
        Gaps = gaps,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ids))),
    };

    private static string Ids(params long[] numbers) => string.Concat(numbers.Select(seq => $"gw:e:{seq}\n"));
}
