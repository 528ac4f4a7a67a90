using System.Text.Json;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Tests.FirmwareSim.Verification;

/// <summary>Cabinets and supplies: begin and end once, and nothing that never was.</summary>
public sealed class CabinetJudgeTests
{
    private static readonly DateTimeOffset s_at = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Verify_AllThere_Passes()
    {
        VerifyReport report = Verify(Ledger(), Received());

        Assert.Equal("accepted 2 delivered 2 duplicates 0 lost 0 altered 0 gaps 0", report.Line);
        Assert.Equal((0L, "cabinets 1 alarms 2 other alarms 1"), (report.Invented, report.Cabinets!.Line));
        Assert.Empty(report.Notes);
        Assert.True(report.Passes(new VerifyOptions()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Verify_BeginOrEndMissing_IsLost(int seq) => Assert.Equal(1, Verify(Ledger(), Received().Where(line => line.Seq != seq)).Lost);

    [Fact]
    public void Verify_TwiceOrOutOfTurnOrMadeUp_IsAltered()
    {
        Assert.True(Verify(Ledger(), Received().Append(Alarm(9, "mains-lost", "mains", active: true))).Altered > 0);
        Assert.True(Verify(Ledger(), Received().Select(line => line.Seq is 1 or 2 ? line with { Seq = 3 - line.Seq } : line)).Altered > 0);
        Assert.True(Verify(Ledger(), Received().Append(Alarm(9, "door-open", "door", active: true))).Altered > 0);
    }

    [Fact]
    public void Verify_DoorThatMayBeTold_IsRightEitherWay()
    {
        TruthLine[] ledger = [.. Ledger(), Told("door-open", "door", true, TruthLine.None), Told("door-open", "door", false, TruthLine.None)];

        Assert.Equal((0L, 0L), Counts(Verify(ledger, Received())));
        Assert.Equal((0L, 0L), Counts(Verify(ledger, [.. Received(), Alarm(8, "door-open", "door", true), Alarm(9, "door-open", "door", false)])));
    }

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
        Told("mains-lost", "mains", false, TruthLine.None), Told("door-open", "door", false, TruthLine.None),
        Told("mains-lost", "mains", true, TruthLine.Stream), Told("mains-lost", "mains", false, TruthLine.Stream),
    ];

    private static ReceivedLine[] Received() =>
        [Alarm(1, "mains-lost", "mains", active: true), Alarm(2, "mains-lost", "mains", active: false), Alarm(3, "temperature-high", "inside", active: true)];

    private static TruthLine Told(string alarm, string name, bool active, string told) => new()
    {
        Device = "cabinet-1", NativeId = TruthLine.Cabinet + "1", Plate = "", LaneNo = 0, Time = default, Kind = "cabinet.alarm", Told = told, At = s_at,
        Facts = new Dictionary<string, string> { ["alarm"] = alarm, ["name"] = name, ["active"] = active ? "true" : "false" },
    };

    private static ReceivedLine Alarm(int seq, string alarm, string name, bool active) => new()
    {
        Type = ReceivedLine.Reading, Topic = "t", At = s_at, Id = $"gw:e:{seq}", Epoch = "e", Seq = seq, Device = "cabinet-1", Kind = "cabinet.alarm", NativeId = $"n-{seq}",
        Data = JsonDocument.Parse($$"""{"alarm":"{{alarm}}","name":"{{name}}","active":{{(active ? "true" : "false")}}}""").RootElement,
    };
}
