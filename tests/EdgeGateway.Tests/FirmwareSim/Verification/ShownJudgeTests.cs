using System.Text.Json;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Tests.FirmwareSim.Verification;

/// <summary>What somebody who asks must have seen: each state in its turn, as often as the gateway likes, and nothing else.</summary>
public sealed class ShownJudgeTests
{
    [Fact]
    public void Verify_EachInItsTurnAndOneTwice_Passes()
    {
        var report = Verify([Told("ok"), Told("low"), Told("ok")], ["ok", "ok", "low", "ok"]);

        Assert.Equal("accepted 3 delivered 3 duplicates 0 lost 0 altered 0 gaps 0", report.Line);
        Assert.Equal((3, 0), (report.Shown, report.Invented));
    }

    [Fact]
    public void Verify_OneWasNeverTold_IsLost() => Assert.Equal((2, 1, 0), Numbers(Verify([Told("ok"), Told("low"), Told("out")], ["ok", "out"])));

    [Fact]
    public void Verify_OutOfTurn_IsLostAndAltered() => Assert.Equal((1, 1, 1), Numbers(Verify([Told("ok"), Told("low")], ["low", "ok"])));

    [Fact]
    public void Verify_NobodyShowedIt_IsAltered() => Assert.Equal((1, 0, 1), Numbers(Verify([Told("ok")], ["ok", "out"])));

    [Fact]
    public void Verify_TooShortForAnybody_MayBeToldOrNot()
    {
        var brief = Told("low") with { Told = TruthLine.None };

        Assert.Equal((2, 0, 0), Numbers(Verify([Told("ok"), brief, Told("out")], ["ok", "out"])));
        Assert.Equal((2, 0, 0), Numbers(Verify([Told("ok"), brief, Told("out")], ["ok", "low", "out"])));
    }

    private static (long Delivered, long Lost, long Altered) Numbers(VerifyReport report) => (report.Delivered, report.Lost, report.Altered);

    private static VerifyReport Verify(TruthLine[] told, string[] came)
    {
        var index = new ReceivedIndex();
        for (int seq = 1; seq <= came.Length; seq++)
        {
            index.Add(new ReceivedLine
            {
                Type = ReceivedLine.Reading, Topic = "", Id = FormattableString.Invariant($"gw:e:{seq}"), Epoch = "e", Seq = seq, Device = "printer-1", Kind = "kiosk.consumable",
                Data = JsonDocument.Parse($$"""{ "module": "printer", "name": "toner", "state": "{{came[seq - 1]}}" }""").RootElement,
            });
        }

        return new Verifier(new VerifyOptions()).Verify(told, index);
    }

    private static TruthLine Told(string state) => new()
    {
        Device = "printer-1", NativeId = TruthLine.Shown + "toner/" + state, Plate = "", LaneNo = 0, Time = default, Kind = "kiosk.consumable", Told = TruthLine.Stream,
        Facts = new Dictionary<string, string> { ["module"] = "printer", ["name"] = "toner", ["state"] = state },
    };
}
