using System.Text.Json;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Tests.FirmwareSim.Verification;

/// <summary>Readings that the gateway calls by names which nobody else knows, against what their devices told: by what they say.</summary>
public sealed class SensorJudgeTests
{
    private static readonly DateTimeOffset s_at = new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);

    [Fact]
    public void Verify_AllThereUnderNamesOfTheGateway_Passes()
    {
        var report = Verify([Told(1, "door-1", 5), Told(2, "door-1", 5), Told(3, "door-2", 6)], [Came(1, "door-1", 5), Came(2, "door-1", 5), Came(3, "door-2", 6)]);

        Assert.Equal("accepted 3 delivered 3 duplicates 0 lost 0 altered 0 gaps 0", report.Line);
        Assert.Equal((0, 0), (report.Invented, report.Unpromised));
        Assert.Empty(report.Notes);
    }

    [Fact]
    public void Verify_OneOfTwoThatAreAlike_IsLost() =>
        Assert.Equal("accepted 2 delivered 1 duplicates 0 lost 1 altered 0 gaps 0", Verify([Told(1, "door-1", 5), Told(2, "door-1", 5)], [Came(1, "door-1", 5)]).Line);

    [Fact]
    public void Verify_OtherNumber_IsAltered() => Assert.Equal((1, 1, 0), Numbers(Verify([Told(1, "door-1", 5)], [Came(1, "door-1", 6)])));

    [Fact]
    public void Verify_OtherNumberBesideTheTrueOne_AltersOnlyIt() =>
        Assert.Equal((2, 1, 0), Numbers(Verify([Told(1, "door-1", 5), Told(2, "door-1", 6)], [Came(1, "door-1", 7), Came(2, "door-1", 5)])));

    [Theory]
    [InlineData("door-2", 0, "counter-1")]
    [InlineData("door-1", 1, "counter-1")]
    [InlineData("door-1", 0, "counter-2")]
    public void Verify_OtherNameTimeOrDevice_IsLost(string name, int later, string device)
    {
        var report = Verify([Told(1, "door-1", 5)], [Came(1, name, 5) with { Time = s_at.AddSeconds(later), Device = device }]);

        Assert.Equal((0, 0, 1), Numbers(report));
        Assert.Equal(1, report.Invented);
    }

    [Fact]
    public void Verify_ToldAgain_IsOneThing() =>
        Assert.Equal("accepted 1 delivered 1 duplicates 0 lost 0 altered 0 gaps 0", Verify([Told(1, "door-1", 5) with { Told = TruthLine.None }, Told(1, "door-1", 5)], [Came(1, "door-1", 5)]).Line);

    [Fact]
    public void Verify_StoredTwice_IsSaid()
    {
        var report = Verify([Told(1, "door-1", 5)], [Came(1, "door-1", 5), Came(2, "door-1", 5)]);

        Assert.Equal((1, 0, 0), Numbers(report));
        Assert.Equal(1, report.Invented);
    }

    [Fact]
    public void Verify_NotPromised_MayComeOrNot()
    {
        var line = Told(1, "door-1", 5) with { Told = TruthLine.None };

        Assert.Equal((0, 0, 0), Numbers(Verify([line], [])));
        Assert.Equal(1, Verify([line], [Came(1, "door-1", 5)]).Unpromised);
    }

    private static (long Delivered, long Altered, long Lost) Numbers(VerifyReport report) => (report.Delivered, report.Altered, report.Lost);

    private static VerifyReport Verify(TruthLine[] told, ReceivedLine[] came)
    {
        var index = new ReceivedIndex();
        foreach (var line in came)
        {
            index.Add(line);
        }

        return new Verifier(new VerifyOptions()).Verify(told, index);
    }

    private static TruthLine Told(int number, string name, int people) => new()
    {
        Device = "counter-1",
        NativeId = FormattableString.Invariant($"{TruthLine.Sensor}PC-4/{number}"),
        Plate = "",
        LaneNo = 0,
        Time = s_at,
        Kind = "sensor.reading",
        Facts = new Dictionary<string, string> { ["name"] = name, ["values.0.number"] = FormattableString.Invariant($"{people}") },
        Told = TruthLine.Ok,
    };

    private static ReceivedLine Came(int seq, string name, int people) => new()
    {
        Type = ReceivedLine.Reading,
        Topic = "",
        Id = FormattableString.Invariant($"gw:e:{seq}"),
        Epoch = "e",
        Seq = seq,
        Device = "counter-1",
        Kind = "sensor.reading",
        NativeId = FormattableString.Invariant($"{seq:x32}"),
        Time = s_at,
        Data = JsonDocument.Parse($$"""{ "name": "{{name}}", "values": [ { "name": "in", "number": {{people}} } ] }""").RootElement,
    };
}
