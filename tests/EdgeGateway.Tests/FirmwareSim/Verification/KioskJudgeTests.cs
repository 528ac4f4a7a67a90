using System.Text.Json;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Tests.FirmwareSim.Verification;

/// <summary>Kiosks: every defect must be found, and what nobody promised must not be one.</summary>
public sealed class KioskJudgeTests
{
    private static readonly DateTimeOffset s_at = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Verify_AllThere_Passes()
    {
        VerifyReport report = Verify(Ledger(), Received());

        Assert.Equal("accepted 4 delivered 4 duplicates 0 lost 0 altered 0 gaps 0", report.Line);
        Assert.Empty(report.Notes);
        Assert.True(report.Passes(new VerifyOptions()));
        Assert.Equal(0, report.Invented);
        Assert.Equal(["kiosks 1 transactions 2 hashed 0 alarms 2 other alarms 1 breaches 0", "kiosks heard Common.Status 1"], report.Kiosks!.Lines());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Verify_ReadingMissing_IsLost(int seq) => Assert.Equal(1, Verify(Ledger(), Received().Where(line => line.Seq != seq)).Lost);

    [Fact]
    public void Verify_TransactionTwiceOrOtherwiseOrMadeUp_IsAltered()
    {
        Assert.Equal(1, Verify(Ledger(), Received().Append(Paid(9, "s-1", 1500, 2))).Altered);
        Assert.Equal(1, Verify(Ledger(), Received().Select(line => line.Seq == 1 ? Paid(1, "s-1", 1499, 2) : line)).Altered);
        Assert.Equal(1, Verify(Ledger(), Received().Select(line => line.Seq == 1 ? Paid(1, "s-1", 1500, 1) : line)).Altered);
        Assert.Equal(1, Verify(Ledger(), Received().Append(Paid(9, "s-9", 1500, 2))).Altered);
    }

    [Fact]
    public void Verify_AlarmTwiceOrOutOfTurnOrMadeUp_IsAltered()
    {
        Assert.True(Verify(Ledger(), Received().Append(Alarm(9, "tamper", active: false))).Altered > 0);
        Assert.True(Verify(Ledger(), Received().Append(Alarm(9, "tamper", active: true))).Altered > 0);
        Assert.True(Verify(Ledger(), Received().Select(line => line.Seq is 3 or 4 ? line with { Seq = 7 - line.Seq } : line)).Altered > 0);
        Assert.Equal(0, Verify(Ledger(), Received().Append(Alarm(9, "tilt", active: true))).Altered);
    }

    [Fact]
    public void Verify_AlarmThatNobodyCouldBeSureOf_MayBeThereOrNot()
    {
        TruthLine[] ledger = [.. Ledger(), Told("kiosk.alarm", TruthLine.None, ("module", "Board"), ("alarm", "door-open"), ("active", "true")), Told("kiosk.alarm", TruthLine.None, ("module", "Board"), ("alarm", "door-open"), ("active", "false"))];

        Assert.Equal((0, 0), (Verify(ledger, Received()).Lost, Verify(ledger, Received()).Altered));
        Assert.Equal(0, Verify(ledger, [.. Received(), Alarm(8, "door-open", active: true), Alarm(9, "door-open", active: false)]).Altered);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 2)]
    public void Verify_ReturnsThatAnEndClaims_MayNotBeMadeUp(int returns, int altered)
    {
        TruthLine[] ledger = [.. Ledger(), Told("kiosk.alarm", TruthLine.None, ("module", "Board"), ("alarm", "tamper"), ("active", "true")), Told("kiosk.alarm", TruthLine.None, ("module", "Board"), ("alarm", "tamper"), ("active", "false"))];
        ReceivedLine flapped = Line(4, "kiosk.alarm", $$"""{"alarm":"tamper","module":"Board","active":false,"returns":{{returns}},"flags":["FLAPPING"]}""");

        Assert.Equal((0, altered), Counts(Verify(ledger, Received().Select(line => line.Seq == 4 ? flapped : line))));
    }

    [Fact]
    public void Verify_BreachOrSeed_FailsAlthoughNothingIsLost()
    {
        TruthLine breach = Told("kiosk.breach", TruthLine.None, ("service", "IdSlot"), ("what", "kiosk killed by the gateway: malformed JSON")) with { NativeId = TruthLine.Breach + "1" };
        VerifyReport report = Verify([.. Ledger(), breach], Received());

        Assert.Equal((0, 0, false), (report.Lost, report.Altered, report.Passes(new VerifyOptions())));
        Assert.Contains(report.Notes, note => note.Contains("kiosk killed by the gateway", StringComparison.Ordinal));
        Assert.False(new VerifyReport { Seeds = 1 }.Passes(new VerifyOptions()));
    }

    [Fact]
    public void Verify_TransactionThatWasNeverAnswered_MayBeThereOrNot()
    {
        TruthLine[] ledger = [.. Ledger(), Transaction("s-3", 10, TruthLine.None)];

        Assert.Equal((0, 0), (Verify(ledger, Received()).Lost, Verify(ledger, Received()).Altered));
        Assert.Equal(0, Verify(ledger, Received().Append(Paid(9, "s-3", 10, 2))).Altered);
    }

    [Fact]
    public void Verify_SessionUnderAnotherName_IsKnownByTheMomentInWhichItBegan()
    {
        TruthLine told = Transaction("4111-1111", 10, TruthLine.Ok);
        told = told with { Facts = new Dictionary<string, string>(told.Facts!) { ["began"] = "2026-11-23T08:00:00.000Z" } };
        ReceivedLine Hashed(string began, int fen) => Line(9, "kiosk.transaction", $$"""{"session":"h-77","began":"{{began}}","amountFen":{{fen}},"steps":[{"step":"identify"},{"step":"pay"}]}""");

        Assert.Equal((0, 0), Counts(Verify([.. Ledger(), told], Received().Append(Hashed("2026-11-23T08:00:00.000Z", 10)))));
        Assert.Equal((0, 1), Counts(Verify([.. Ledger(), told], Received().Append(Hashed("2026-11-23T08:00:00.000Z", 11)))));
        Assert.Equal((1, 1), Counts(Verify([.. Ledger(), told], Received().Append(Hashed("2026-11-23T08:00:00.001Z", 10)))));
    }

    [Theory]
    [InlineData("say \u9f8d\u71da\u6f84 twice", true)]
    [InlineData("say \\u9f8d\\u71DA\\u6f84 twice", true)]
    [InlineData("uid 00a4ffe0", true)]
    [InlineData("card **** of \u9f8d***", false)]
    public void Search_Word_IsFoundAsItIsAndEscaped(string text, bool found) =>
        Assert.Equal(found, new SeedSearch(["\u9f8d\u71da\u6f84", "00A4FFE0", ""]).In(text).Count > 0);

    private static (long Lost, long Altered) Counts(VerifyReport report) => (report.Lost, report.Altered);

    private static VerifyReport Verify(IEnumerable<TruthLine> ledger, IEnumerable<ReceivedLine> received)
    {
        var index = new ReceivedIndex();
        foreach (ReceivedLine line in received)
        {
            index.Add(line);
        }

        return new Verifier(new VerifyOptions()).Verify(ledger, index);
    }

    private static TruthLine[] Ledger() =>
    [
        Transaction("s-1", 1500, TruthLine.Ok), Transaction("s-2", 20, TruthLine.Ok),
        Told("kiosk.alarm", TruthLine.Stream, ("module", "Board"), ("alarm", "tamper"), ("active", "true")), Told("kiosk.alarm", TruthLine.Stream, ("module", "Board"), ("alarm", "tamper"), ("active", "false")),
        Told("kiosk.heard", TruthLine.None, ("name", "Common.Status")) with { NativeId = TruthLine.Heard + "1" },
    ];

    private static ReceivedLine[] Received() => [Paid(1, "s-1", 1500, 2), Paid(2, "s-2", 20, 2), Alarm(3, "tamper", active: true), Alarm(4, "tamper", active: false), Alarm(5, "on-battery", active: true)];

    private static TruthLine Transaction(string session, int fen, string told) => Told(
        "kiosk.transaction", told, ("session", session), ("amountFen", $"{fen}"), ("steps.0.step", "identify"), ("steps.1.step", "pay"), ("steps.2", ""));

    private static TruthLine Told(string kind, string told, params (string Name, string Value)[] facts) => new()
    {
        Device = "kiosk-01", NativeId = TruthLine.Kiosk + kind + facts[0].Value, Plate = "", LaneNo = 0, Time = default, Kind = kind, Told = told, At = s_at,
        Facts = facts.ToDictionary(fact => fact.Name, fact => fact.Value),
    };

    private static ReceivedLine Paid(int seq, string session, int fen, int steps) => Line(
        seq, "kiosk.transaction", $$"""{"session":"{{session}}","amountFen":{{fen}},"steps":[{{string.Join(',', new[] { """{"step":"identify"}""", """{"step":"pay"}""" }.Take(steps))}}]}""");

    private static ReceivedLine Alarm(int seq, string alarm, bool active) => Line(seq, "kiosk.alarm", $$"""{"alarm":"{{alarm}}","module":"Board","active":{{(active ? "true" : "false")}}}""");

    private static ReceivedLine Line(int seq, string kind, string data) => new()
    {
        Type = ReceivedLine.Reading, Topic = "t", At = s_at, Id = $"gw:e:{seq}", Epoch = "e", Seq = seq, Device = "kiosk-01", Kind = kind, NativeId = $"n-{seq}", Data = JsonDocument.Parse(data).RootElement,
    };
}
