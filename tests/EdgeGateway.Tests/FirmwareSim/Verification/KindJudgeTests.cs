using System.Globalization;
using System.Text;
using System.Text.Json;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Verification;
using EdgeGateway.Sim.Watch;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Verification;

/// <summary>Readings that are no plates, against what their devices told: every defect must be found, and only that one.</summary>
public sealed class KindJudgeTests
{
    private const string Position = "LP/d004/000015c8/3/184030061221";
    private const string Call = "RCP/b844/00000000/3";
    private static readonly DateTimeOffset s_fix = new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);

    [Fact]
    public void Verify_AllThere_Passes()
    {
        VerifyReport report = Verify(Ledger(), Received());
        Assert.Equal("accepted 3 delivered 3 duplicates 0 lost 0 altered 0 gaps 0", report.Line);
        Assert.Equal((0, 0, 0, 0), (report.Invented, report.Unpromised, report.Renumbered, report.Disordered));
        Assert.Empty(report.Notes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Verify_ReadingMissing_IsLostThoughAnotherGoesByTheSameName(int seq)
    {
        VerifyReport report = Verify(Ledger(), Received().Where(line => line.Seq != seq));
        Assert.Equal("accepted 3 delivered 2 duplicates 0 lost 1 altered 0 gaps 0", report.Line);
    }

    [Theory]
    [InlineData(1, "23.1291", "23.1292")]
    [InlineData(1, "\"fixValid\":true", "\"fixValid\":false")]
    [InlineData(1, "\"radioId\":3", "\"radioId\":4")]
    [InlineData(1, "\"radioId\":3", "\"speedKmh\":1,\"radioId\":3")]
    [InlineData(3, "\"phase\":\"end\"", "\"phase\":\"hang\"")]
    public void Verify_OneFactDiffers_IsAltered(int seq, string true1, string false1)
    {
        VerifyReport report = Verify(Ledger(), Received().Select(line => line.Seq == seq ? Say(line, line.Data!.Value.GetRawText().Replace(true1, false1, StringComparison.Ordinal)) : line));
        Assert.Equal("accepted 3 delivered 3 duplicates 0 lost 0 altered 1 gaps 0", report.Line);
        Assert.Single(report.Notes);
    }

    [Fact]
    public void Verify_TimeDiffers_IsAlteredOnlyWhereOneWasTold()
    {
        Assert.Equal(1, Verify(Ledger(), Received().Select(line => line with { Time = line.Time!.Value.AddSeconds(1) })).Altered);
    }

    [Fact]
    public void Verify_OtherKind_IsLostAndWhatCameIsNoProof() =>
        Assert.Equal((1, 0), (Verify(Ledger(), Received().Select(line => line.Seq == 1 ? line with { Kind = "radio.status" } : line)).Lost, Verify(Ledger(), Received()).Lost));

    [Fact]
    public void Verify_AFurtherReadingThatIsNothingTold_IsAltered()
    {
        ReceivedLine third = Received().First(line => line.Seq == 3);
        VerifyReport report = Verify(Ledger(), [.. Received(), Say(third, """{"radioId":3,"phase":"hang"}""") with { Id = "gw:e:4", Seq = 4 }]);
        Assert.Equal((3, 0, 1), (report.Delivered, report.Lost, report.Altered));
    }

    [Fact]
    public void Verify_SameThingUnderTwoNumbers_IsRenumbered() =>
        Assert.Equal(1, Verify(Ledger(), [.. Received(), Received().First(line => line.Seq == 1) with { Id = "gw:e:9", Seq = 9 }]).Renumbered);

    [Fact]
    public void Verify_ToldTwiceAlike_OneReadingIsEnoughAndTwoAreFine()
    {
        TruthLine[] ledger = [.. Ledger(), Ledger().Last()];
        Assert.Equal((3, 0, 0), Numbers(Verify(ledger, Received())));
        Assert.Equal((3, 0, 0), Numbers(Verify(ledger, [.. Received(), Received().Last() with { Id = "gw:e:9", Seq = 9 }])));

        static (long, long, long) Numbers(VerifyReport r) => (r.Accepted, r.Lost, r.Renumbered);
    }

    [Fact]
    public void Verify_HeardThroughAnotherDevice_StandsUnderEither()
    {
        TruthLine[] ledger = [.. Ledger().Select(line => line with { Also = "rep-2" })];
        VerifyReport report = Verify(ledger, Received().Select(line => line.Seq == 1 ? line with { Device = "rep-2" } : line));
        Assert.Equal((0, 0, 0), (report.Lost, report.Altered, report.Invented));
        Assert.Equal(1, Verify(Ledger(), Received().Select(line => line.Seq == 1 ? line with { Device = "rep-2" } : line)).Lost);
    }

    [Fact]
    public void Verify_RepeatOfAnIdThatDiffers_IsAltered()
    {
        ReceivedLine first = Received().First(line => line.Seq == 1);
        VerifyReport report = Verify(Ledger(), [.. Received(), Say(first, """{"radioId":9}""")]);
        Assert.Equal((1, 1), (report.Duplicates, report.Altered));
    }

    [Fact]
    public void Verify_NeverAcknowledged_IsNeitherLostNorInvented()
    {
        TruthLine[] ledger = [.. Ledger().Select((line, i) => i == 0 ? line with { Told = TruthLine.None } : line)];
        Assert.Equal((2, 0, 0), Numbers(Verify(ledger, Received().Where(line => line.Seq != 1))));
        Assert.Equal((2, 0, 0), Numbers(Verify(ledger, Received())));

        static (long, long, long) Numbers(VerifyReport r) => (r.Accepted, r.Lost, r.Invented);
    }

    [Fact]
    public void Verify_ReadingThatNobodyTold_IsInventedUnlessTheGatewayMadeItByItself()
    {
        ReceivedLine own = Say(Received().First() with { Id = "gw:e:8", Seq = 8, Kind = "radio.presence", NativeId = null }, """{"state":"unknown"}""");
        Assert.Equal(0, Verify(Ledger(), [.. Received(), own]).Invented);
        Assert.Equal(1, Verify(Ledger(), [.. Received(), own with { NativeId = "RRS/0003/00000000/9" }]).Invented);
    }

    [Fact]
    public void Verify_SuffixBehindATilde_IsTheSame() =>
        Assert.Equal(0, Verify(Ledger(), Received().Select(line => line with { NativeId = line.NativeId + "~2" })).Lost);

    [Fact]
    public void Verify_DeclaredAsGone_IsExcused()
    {
        var gap = new ReceivedLine { Type = ReceivedLine.Reading, Topic = "t", Id = "gw:e:9", Epoch = "e", Seq = 9, Device = "rep-1", Kind = "gap", FromSeq = 1, ToSeq = 1, Count = 1 };
        VerifyReport report = Verify(Ledger(), [.. Received().Where(line => line.Seq != 1), gap]);
        Assert.Equal((0, 1), (report.Lost, report.Excused));
    }

    [Fact]
    public void Verify_NumbersAgainstTheDevicesOrder_Disordered() =>
        Assert.Equal(1, Verify(Ledger().Reverse(), Received().Where(line => line.Seq != 2)).Disordered);

    /// <summary>From the MQTT message into the file of <c>watch</c> and back.</summary>
    [Fact]
    public async Task ReceivedFile_KindThatIsNoPlate_KeepsItsData()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var output = new StringWriter();
        await using (var log = new ReceivedLog(path))
        {
            var session = new WatchSession(new WatchOptions(Topics.DefaultRoot, Quiet: false, Latency: false), log, output, TimeProvider.System);
            session.Take($"{Topics.DefaultRoot}/00/site/gw/up/event/rep-1/radio.message", Encoding.UTF8.GetBytes(Message("radio.message", "\"text\":\"求助\",\"radioId\":7")));
            session.Take($"{Topics.DefaultRoot}/00/site/gw/up/event/rep-1/radio.message", Encoding.UTF8.GetBytes(Message("radio.message", $"\"text\":\"{new string('x', 17_000)}\"")));
            session.Take($"{Topics.DefaultRoot}/00/site/gw/up/event/cam-1/plate.read", Encoding.UTF8.GetBytes(Message("plate.read", "\"plate\":{\"text\":\"A1\"}")));
        }

        ReceivedLine[] lines = [.. new ReceivedFile(Topics.DefaultRoot).Read(File.ReadLines(path))];
        File.Delete(path);
        Assert.Equal("求助", lines[0].Data!.Value.GetProperty("text").GetString());
        Assert.Null(lines[1].Data);
        Assert.Null(lines[2].Data);
        Assert.Contains("radio.message 7 求助", output.ToString(), StringComparison.Ordinal);
    }

    private static string Message(string kind, string data) =>
        "{\"id\":\"gw:e:1\",\"subject\":\"rep-1\",\"type\":\"edge." + kind + ".v1\",\"time\":\"2026-11-22T03:32:00.000Z\",\"epoch\":\"e\",\"seq\":1,\"data\":{" + data + ",\"source\":{\"nativeId\":\"TMP/00b1/00000001/7\"}}}";

    private static VerifyReport Verify(IEnumerable<TruthLine> ledger, IEnumerable<ReceivedLine> received)
    {
        var index = new ReceivedIndex();
        foreach (ReceivedLine line in received)
        {
            index.Add(line);
        }

        return new Verifier(new VerifyOptions()).Verify(ledger, index);
    }

    private static IEnumerable<TruthLine> Ledger() =>
    [
        Truth(Position, "radio.position", s_fix, ("radioId", "3"), ("fixValid", "true"), ("position.lat", "23.129100"), ("speedKmh", "")),
        Truth(Call, "radio.call", default, ("radioId", "3"), ("phase", "start")),
        Truth(Call, "radio.call", default, ("radioId", "3"), ("phase", "end")),
    ];

    private static IEnumerable<ReceivedLine> Received() =>
    [
        Came(1, Position, "radio.position", """{"radioId":3,"fixValid":true,"position":{"lat":23.1291}}"""),
        Came(2, Call, "radio.call", """{"radioId":3,"phase":"start"}"""),
        Came(3, Call, "radio.call", """{"radioId":3,"phase":"end"}"""),
    ];

    private static TruthLine Truth(string nativeId, string kind, DateTimeOffset time, params (string Path, string Text)[] facts) => new()
    {
        Device = "rep-1", NativeId = nativeId, Plate = "", LaneNo = 0, Time = time, Kind = kind, Facts = facts.ToDictionary(fact => fact.Path, fact => fact.Text), Told = TruthLine.Ok,
    };

    private static ReceivedLine Came(int seq, string nativeId, string kind, string data) => Say(
        new ReceivedLine
        {
            Type = ReceivedLine.Reading, Topic = "t", Id = "gw:e:" + seq.ToString(CultureInfo.InvariantCulture), Epoch = "e", Seq = seq, Device = "rep-1", Kind = kind, NativeId = nativeId, Time = s_fix,
        },
        data);

    private static ReceivedLine Say(ReceivedLine line, string data)
    {
        using var document = JsonDocument.Parse(data);
        return line with { Data = document.RootElement.Clone() };
    }
}
