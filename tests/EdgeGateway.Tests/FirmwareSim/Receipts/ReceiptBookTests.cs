using System.Text;
using System.Text.Json;
using EdgeGateway.Sim.Receipts;
using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Tests.FirmwareSim.Receipts;

/// <summary>What a platform may confirm: never what it has not, and never less than it has.</summary>
public sealed class ReceiptBookTests
{
    private const string Prefix = "edge/v1/3f/site/gw";
    private readonly ReceiptBook _book = new("edge/v1");
    private TimeSpan _now = TimeSpan.FromHours(1);

    [Fact]
    public void Due_NothingMissing_ConfirmsUpToTheHighest()
    {
        State(0);
        Keep(1, 2, 3);
        Assert.Equal(("edge/v1/3f/site/gw/down/receipt", """{"epoch":"e","upTo":3,"missing":[]}"""), Text(Assert.Single(Due())));
        Assert.Empty(Due());
    }

    [Fact]
    public void Due_Holes_AreRanges()
    {
        State(0);
        Keep(2, 5, 9);
        Assert.Equal("""{"epoch":"e","upTo":9,"missing":[[1,1],[3,4],[6,8]]}""", Text(Assert.Single(Due())).Json);
    }

    [Fact]
    public void Due_MissingStays_IsSaidAgainEveryTenSeconds()
    {
        State(0);
        Keep(1, 3);
        Assert.Single(Due());
        _now += TimeSpan.FromSeconds(9);
        Assert.Empty(Due());
        _now += TimeSpan.FromSeconds(1);
        Assert.Single(Due());
        Keep(2);
        Assert.Equal("""{"epoch":"e","upTo":3,"missing":[]}""", Text(Assert.Single(Due())).Json);
        _now += TimeSpan.FromMinutes(5);
        Assert.Empty(Due());
    }

    [Fact]
    public void Due_FreshBook_CountsWhatTheGatewayHasForgottenAsNotOurs()
    {
        State(184_466);
        Keep(184_467, 184_469);
        Assert.Equal("""{"epoch":"e","upTo":184469,"missing":[[184468,184468]]}""", Text(Assert.Single(Due())).Json);
        State(184_480);
        Keep(184_482);
        Assert.Equal([[184_468, 184_468], [184_470, 184_481]], Assert.Single(Due()).Receipt.Missing);
    }

    [Fact]
    public void Due_StateNotHeardYet_WaitsFiveSecondsAndThenAsksForEverything()
    {
        Keep(7);
        Assert.Empty(Due());
        _now += TimeSpan.FromSeconds(4.9);
        Assert.Empty(Due());
        _now += TimeSpan.FromSeconds(0.1);
        Assert.Equal([[1, 6]], Assert.Single(Due()).Receipt.Missing);
    }

    [Theory]
    [InlineData("""{"online":false,"word":"lost","connection":4}""")]
    [InlineData("""{"online":true,"epoch":"e"}""")]
    [InlineData("""{"online":true,"epoch":"other","seqConfirmed":9}""")]
    [InlineData("""["e"]""")]
    [InlineData("{")]
    public void Hear_StateThatSaysNothingOfTheEpoch_IsNoFirstSight(string state)
    {
        _book.Hear(Prefix + "/state", Encoding.UTF8.GetBytes(state));
        Keep(7);
        Assert.Empty(Due());
        State(6);
        Assert.Empty(Assert.Single(Due()).Receipt.Missing);
    }

    [Fact]
    public void Due_MoreThanAThousandHoles_ConfirmsLessAndLeavesAThousand()
    {
        State(0);
        Keep([.. Enumerable.Range(1, 1200).Select(n => n * 2)]);
        Receipt receipt = Assert.Single(Due()).Receipt;
        Assert.Equal((1000, 2000L), (receipt.Missing.Count, receipt.UpTo));
        Assert.Equal([1999L, 1999L], receipt.Missing[^1]);
        Keep([.. Enumerable.Range(1, 200).Select(n => (n * 2) - 1)]);
        receipt = Assert.Single(Due()).Receipt;
        Assert.Equal((1000, 2400L), (receipt.Missing.Count, receipt.UpTo));
    }

    [Fact]
    public void Due_GapRecord_ExplainsTheHoles()
    {
        State(0);
        Keep(1, 2, 6);
        _book.Keep([Reading(7) with { Kind = "gap", FromSeq = 3, ToSeq = 5, Count = 3, GapEpoch = "e" }]);
        Assert.Equal("""{"epoch":"e","upTo":7,"missing":[]}""", Text(Assert.Single(Due())).Json);
    }

    [Fact]
    public void Due_GapOfAnOlderEpoch_ExplainsThatOneOnly()
    {
        State(0);
        _book.Keep([Reading(1) with { Epoch = "old" }, Reading(4) with { Epoch = "old" }, Reading(1), Reading(3)]);
        _book.Keep([Reading(4) with { Kind = "gap", FromSeq = 2, ToSeq = 3, Count = 2, GapEpoch = "old" }]);
        _now += EpochLedger.Patience;
        _ = Due();
        _now += EpochLedger.Patience;
        _book.Repeat();
        var said = Due().Select(due => Text(due).Json).Order(StringComparer.Ordinal);
        Assert.Equal(["""{"epoch":"e","upTo":4,"missing":[[2,2]]}""", """{"epoch":"old","upTo":4,"missing":[]}"""], said);
    }

    [Fact]
    public void Due_SameReadingAgain_IsConfirmedAgain()
    {
        State(0);
        Keep(1);
        Assert.Single(Due());
        Keep(1);
        Assert.Single(Due());
    }

    [Fact]
    public void DueFiles_BytesAreWhatTheirNameSays_AreNamedOnceAndAgainWhenTheyComeAgain()
    {
        _book.Keep([File("aa", "aa"), File("bb", "aa")]);
        Assert.Equal((Prefix + "/down/receipt", "aa"), Named(Assert.Single(_book.DueFiles())));
        Assert.Empty(_book.DueFiles());
        _book.Keep([File("aa", "aa")]);
        Assert.Single(_book.DueFiles());
    }

    [Fact]
    public void DueFiles_GatewayOrLinkComesBack_NamesTheLastOnceMore()
    {
        State(0, connection: 1);
        _book.Keep([.. Enumerable.Range(0, MediaReceipt.MostFiles + 2).Select(n => File($"{n}", $"{n}"))]);
        Assert.Equal([MediaReceipt.MostFiles, 2], _book.DueFiles().Select(due => due.Receipt.Media.Count));
        State(0, connection: 1);
        Assert.Empty(_book.DueFiles());
        State(0, connection: 2);
        var again = Assert.Single(_book.DueFiles()).Receipt.Media;
        Assert.Equal(MediaReceipt.MostFiles, again.Count);
        Assert.DoesNotContain("1", again);
        Assert.Contains("2", again);
    }

    [Fact]
    public void DueFiles_OfAnEarlierRun_AreNamedWhenTheGatewayIsHeard()
    {
        _book.Recall([File("aa", "aa")]);
        Assert.Empty(_book.DueFiles());
        State(0);
        Assert.Single(_book.DueFiles());
    }

    [Fact]
    public void Due_GatewayComesBack_IsToldAgain()
    {
        State(0, connection: 1);
        Keep(1);
        Assert.Single(Due());
        State(1, connection: 1);
        Assert.Empty(Due());
        State(1, connection: 2);
        Assert.Single(Due());
    }

    [Fact]
    public void Due_GatewayHasNotHeardTheReceipt_IsToldAgain()
    {
        State(0);
        Keep(1, 2, 4);
        Assert.Single(Due());
        State(1);
        Assert.Single(Due());
        State(2);
        Assert.Empty(Due());
    }

    [Fact]
    public void Recall_OfAnEarlierRun_IsConfirmedOnceTheGatewayIsHeard()
    {
        _book.Recall([Reading(1), Reading(2)]);
        Assert.Empty(Due());
        State(0);
        Keep(3);
        Assert.Equal("""{"epoch":"e","upTo":3,"missing":[]}""", Text(Assert.Single(Due())).Json);
    }

    [Fact]
    public void Due_TwoGateways_DoNotShareNumbers()
    {
        State(0);
        _book.Hear("edge/v1/00/site/gw2/state", """{"epoch":"e","seqConfirmed":0}"""u8.ToArray());
        Keep(1, 2);
        _book.Keep([Reading(2) with { Topic = "edge/v1/00/site/gw2/up/batch" }]);
        Assert.Equal([("edge/v1/00/site/gw2/down/receipt", 1), ("edge/v1/3f/site/gw/down/receipt", 0)], Due().Select(due => (due.Topic, due.Receipt.Missing.Count)).Order());
    }

    private static ReceivedLine Reading(long seq) => new() { Type = ReceivedLine.Reading, Topic = Prefix + "/up/event/cam-01/plate.read", Epoch = "e", Seq = seq, Kind = "plate.read", Device = "cam-01" };

    private void Keep(params int[] numbers) => _book.Keep(numbers.Select(n => Reading(n)));

    private void State(long confirmed, long connection = 1) =>
        _book.Hear(Prefix + "/state", Encoding.UTF8.GetBytes($$"""{"online":true,"connection":{{connection}},"epoch":"e","seqConfirmed":{{confirmed}}}"""));

    private IReadOnlyList<(string Topic, Receipt Receipt)> Due() => _book.Due(_now);

    private static (string Topic, string Json) Text((string Topic, Receipt Receipt) due) => (due.Topic, JsonSerializer.Serialize(due.Receipt, ReceiptJson.Default.Receipt));

    private static ReceivedLine File(string sha256, string named) => new()
    {
        Type = ReceivedLine.MediaBytes, Topic = $"{Prefix}/up/media/{named}", Sha256 = sha256, Named = named, Bytes = 1,
    };

    private static (string Topic, string Name) Named((string Topic, MediaReceipt Receipt) due) => (due.Topic, Assert.Single(due.Receipt.Media));
}
