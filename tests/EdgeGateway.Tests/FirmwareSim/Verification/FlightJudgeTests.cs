using System.Globalization;
using System.Text.Json;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Tests.FirmwareSim.Verification;

/// <summary>Vehicles whose links lose frames: every defect must be found, and what was never able to be known must not be one.</summary>
public sealed class FlightJudgeTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);

    [Fact]
    public void Verify_AllThere_PassesAndSaysHowLate()
    {
        VerifyReport report = Verify(Ledger(), Received());

        Assert.Equal("accepted 5 delivered 5 duplicates 0 lost 0 altered 0 gaps 0", report.Line);
        Assert.Empty(report.Notes);
        Assert.Equal(0, report.Invented);
        Assert.Equal((3, 2), (report.Flights!.States, report.Flights.Alarms));
        Assert.Equal([40.0], report.Flights.Latencies);
        Assert.Contains(report.Flights.Lines(), line => line == "alarm distress began 1 times, p50 40.0 ms p99 40.0 ms after its cause");
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(3, 1, 0)]
    [InlineData(4, 1, 0)]
    [InlineData(6, 1, 0)]
    public void Verify_ReadingMissing_IsLost(int seq, int lost, int altered)
    {
        VerifyReport report = Verify(Ledger(), Received().Where(line => line.Seq != seq));

        // An end without its begin is one that is missing and one that says the wrong thing.
        Assert.Equal((lost, seq == 4 ? 1 : altered), ((int)report.Lost, (int)report.Altered));
    }

    [Fact]
    public void Verify_StatesInAnotherOrder_AreLost() =>
        Assert.Equal(1, Verify(Ledger(), Received().Select(line => line.Seq is 1 or 3 ? line with { Seq = 4 - line.Seq } : line)).Lost);

    [Fact]
    public void Verify_OneReadingForTwoChanges_IsEnough()
    {
        var ledger = Ledger().Where(line => line.Kind == "drone.alarm").Append(State("online", "true")).Append(State("armed", "true"));

        Assert.Equal(0, Verify(ledger, Received()).Lost);
    }

    [Fact]
    public void Verify_AlarmTwiceOrWithoutACause_IsAltered()
    {
        Assert.Equal(1, Verify(Ledger(), Received().Append(Alarm(9, "distress", active: true))).Altered);
        Assert.Equal(1, Verify(Ledger(), Received().Append(Alarm(9, "intruder", active: true))).Altered);
        Assert.Equal(0, Verify(Ledger(), Received().Append(Alarm(9, "hms", active: true))).Altered);
    }

    [Fact]
    public void Verify_AlarmWithoutEvidence_IsAltered() =>
        Assert.Equal(1, Verify(Ledger(), Received().Select(line => line.Seq == 4 ? line with { Data = Json("""{"vehicle":"east","alarm":"distress","active":true}""") } : line)).Altered);

    [Theory]
    [InlineData("land", 5.5, 1)]
    [InlineData("hold", 5.5, 1)]
    [InlineData("return", 5.5, 0)]
    [InlineData("hold", 2.0, 1)]
    public void Verify_StateThatNoVehicleSaid_IsAltered(string mode, double at, int altered)
    {
        int seq = at < 3 ? 2 : 7;
        var received = Received().Where(line => line.Seq != seq).Append(Reading(seq, "drone.state", $$"""{"vehicle":"east","online":true,"armed":true,"mode":"{{mode}}"}""", at));

        VerifyReport report = Verify(Ledger(), received);

        Assert.Equal((0, altered), ((int)report.Lost, (int)report.Altered));
        Assert.Equal(altered, report.Notes.Count(note => note.StartsWith("altered state of east", StringComparison.Ordinal)));
    }

    /// <summary>It said it while the gateway was away; the next message says it still.</summary>
    [Fact]
    public void Verify_StateThatNobodyHadToBeTold_MayBeTold()
    {
        var ledger = Ledger().Append(State("mode", "land", 6) with { Told = TruthLine.None });

        Assert.Equal(0, Verify(ledger, Received().Append(Reading(7, "drone.state", """{"vehicle":"east","online":false,"mode":"land"}""", 6.5))).Altered);
    }

    [Fact]
    public void Verify_AlarmOfTheVehicleItself_NeedsNoEvidenceAndComesOnce()
    {
        var ledger = Ledger().Append(Told("drone.alarm", 6, new() { ["vehicle"] = "east", ["alarm"] = "battery", ["active"] = "true" }));
        var battery = Reading(7, "drone.alarm", """{ "vehicle": "east", "alarm": "battery", "active": true }""", 6.1);

        Assert.Equal("accepted 6 delivered 6 duplicates 0 lost 0 altered 0 gaps 0", Verify(ledger, Received().Append(battery)).Line);
        Assert.Equal(1, Verify(ledger, Received().Append(battery).Append(battery with { Id = "8", Seq = 8 })).Altered);
        Assert.Equal(1, Verify(ledger, Received()).Lost);
    }

    [Fact]
    public void Verify_FrameThatNeverGotThrough_PromisesNothing() =>
        Assert.Equal(5, Verify(Ledger().Append(State("mode", "land") with { Told = TruthLine.None }), Received()).Accepted);

    [Fact]
    public void Verify_Telemetry_TellsTheFastestOfAVehicle()
    {
        var positions = Enumerable.Range(0, 40).Select(index => Reading(100 + index, "drone.position", """{"vehicle":"east"}""", index * 0.5) with { Lane = "telemetry" });

        Assert.Equal(2, Verify(Ledger(), Received().Concat(positions)).Flights!.Pace);
    }

    [Theory]
    [InlineData(1.9, false)]
    [InlineData(2.0, true)]
    [InlineData(null, true)]
    public void Passes_Telemetry_OnlyWithinTheRateAskedFor(double? most, bool passes)
    {
        var positions = Enumerable.Range(0, 40).Select(index => Reading(100 + index, "drone.position", """{"vehicle":"east"}""", index * 0.5) with { Lane = "telemetry" });

        Assert.Equal(passes, Verify(Ledger(), Received().Concat(positions)).Passes(new VerifyOptions(MostTelemetry: most)));
    }

    [Theory]
    [InlineData(39.0, false)]
    [InlineData(41.0, true)]
    [InlineData(null, true)]
    public void Passes_Alarms_OnlyWithinTheTimeAskedFor(double? milliseconds, bool passes)
    {
        var options = new VerifyOptions(DistressWithin: milliseconds is { } within ? TimeSpan.FromMilliseconds(within) : null);

        Assert.Equal(passes, Verify(Ledger(), Received()).Passes(options));
    }

    [Fact]
    public void Passes_LatenessAskedForAndNoAlarmCame_Fails()
    {
        var states = Ledger().Where(line => line.Kind == "drone.state");
        var report = Verify(states, Received().Where(line => line.Kind == "drone.state"));

        Assert.True(report.Passes(new VerifyOptions()));
        Assert.False(report.Passes(new VerifyOptions(DistressWithin: TimeSpan.FromSeconds(1))));
    }

    private static IEnumerable<TruthLine> Ledger() =>
    [
        State("mode", "mission", 0), Alarm("true", 2), State("mode", "hold", 3), Alarm("false", 4), State("mode", "return", 5),
    ];

    private static IEnumerable<ReceivedLine> Received() =>
    [
        Reading(1, "drone.state", """{"vehicle":"east","online":true,"armed":true,"mode":"mission"}""", 0),
        Reading(2, "drone.state", """{"vehicle":"west","online":true,"mode":"return"}""", 1),
        Reading(3, "drone.state", """{"vehicle":"east","online":true,"armed":true,"mode":"hold"}""", 3),
        Alarm(4, "distress", active: true),
        Alarm(5, "distress", active: false),
        Reading(6, "drone.state", """{"vehicle":"east","online":true,"armed":true,"mode":"return"}""", 5),
    ];

    private static TruthLine State(string name, string value, double at = 0) => Told("drone.state", at, new() { ["vehicle"] = "east", [name] = value });

    private static TruthLine Alarm(string active, double at) => Told("drone.alarm", at, new() { ["vehicle"] = "east", ["alarm"] = "distress", ["active"] = active });

    private static TruthLine Told(string kind, double at, Dictionary<string, string> facts) => new()
    {
        Device = "air-east", NativeId = $"{TruthLine.Air}east/{at}/{string.Join('/', facts.Values)}", Plate = "", LaneNo = 0, Time = default, Kind = kind, Facts = facts, Told = TruthLine.Stream, At = s_start.AddSeconds(at),
    };

    private static ReceivedLine Alarm(int seq, string alarm, bool active) =>
        Reading(seq, "drone.alarm", $$"""{ "vehicle": "east", "alarm": "{{alarm}}", "active": {{(active ? "true" : "false")}}, "evidence": [ { "what": "x" } ], "source": { "nativeId": "{{seq}}/begin" } }""", active ? 2.04 : 4.1) with { NativeId = $"{seq}/begin" };

    private static ReceivedLine Reading(int seq, string kind, string data, double at) => new()
    {
        Type = ReceivedLine.Reading, Topic = "t", At = s_start.AddSeconds(at), Id = seq.ToString(CultureInfo.InvariantCulture), Epoch = "e", Seq = seq,
        Device = "air-east", Lane = "event", Kind = kind, Time = s_start.AddSeconds(at), Data = Json(data),
    };

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static VerifyReport Verify(IEnumerable<TruthLine> ledger, IEnumerable<ReceivedLine> received)
    {
        var index = new ReceivedIndex();
        foreach (ReceivedLine line in received)
        {
            index.Add(line);
        }

        return new Verifier(new VerifyOptions()).Verify(ledger, index);
    }
}
