using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Sim.Snmp;
using EdgeGateway.Sim.Twins.PdtRadio.HyteraSnmp;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio.HyteraSnmp;

public sealed class HyteraSnmpRoundTests
{
    [Fact]
    public async Task Round_WellBehaved_GivesEveryMetricAndName()
    {
        await using var repeater = new Repeater();
        await repeater.StartAsync();

        var reading = Assert.Single(repeater.Sink.Entered);
        Assert.Equal((Lane.Telemetry, TimeOrigin.Gateway, "hytera-snmp"), (reading.Lane, reading.TimeFrom, reading.Driver));
        var body = Assert.Single(repeater.Rounds);
        Assert.Equal(
            ("RD985", "RD985-00000000-000000", "A8.05.07.001", "V8.5", "SNREP-1", "rep-1", "信道 1", "Zone A"),
            (body.Model, body.ModelNumber, body.Firmware, body.DataVersion, body.Serial, body.Alias, body.Channel, body.Zone));
        Assert.Equal(
            "paTemperature=27 C good, supplyVoltage=13.6 V good, vswr=1.2 ratio good, forwardPower=45 W doubtful, reflectedPower=0.4 W doubtful, slot1Rssi= dB good, slot2Rssi=-87 dB good, "
            + "supplyKind=0 state good, batteryConnected=0 state good, voltageAlarm=0 state good, temperatureAlarm=0 state good, vswrAlarm=0 state good, transmitPllAlarm=0 state good, "
            + "receivePllAlarm=0 state good, batteryAlarm=0 state good, radioId=420111  good, transmitFrequency=351012500 Hz good, receiveFrequency=341012500 Hz good, workState=0 state good",
            string.Join(", ", body.Metrics.Select(metric => FormattableString.Invariant($"{metric.Metric}={metric.Value} {metric.Unit} {metric.Quality}"))));
        Assert.StartsWith("SNMP/", body.Source!.NativeId, StringComparison.Ordinal);
        Assert.Empty(repeater.Host.Faults);
    }

    [Fact]
    public async Task Round_EveryMinute_HasAnIdentifierOfItsOwn()
    {
        await using var repeater = new Repeater();
        await repeater.StartAsync();
        await repeater.RoundAsync();
        await repeater.RoundAsync();

        Assert.Equal(3, repeater.Rounds.DistinctBy(round => round.Source!.NativeId).Count());
        Assert.Equal([0, 60, 120], repeater.Sink.Entered.Select(reading => (int)(reading.Time - repeater.Sink.Entered.First().Time).TotalSeconds));
    }

    [Fact]
    public async Task Round_ModelWithoutSomeObjects_SaysSoAndAsksThemNoMore()
    {
        await using var repeater = new Repeater(new RepeaterProfile { Missing = ["1.2.5", "1.2.6", "4.13"], NotANumber = ["1.2.1"], Failing = ["1.2.4"] });
        await repeater.StartAsync();
        int first = repeater.Questions;
        await repeater.RoundAsync();

        var body = repeater.Rounds.Last();
        Assert.Equal(("unsupported", null), Metric(body, "forwardPower"));
        Assert.Equal(("invalid", null), Metric(body, "supplyVoltage"));
        Assert.Equal(("invalid", null), Metric(body, "vswr"));
        Assert.Equal(("good", 27), Metric(body, "paTemperature"));
        Assert.Null(body.Zone);
        Assert.Equal("信道 1", body.Channel);
        // 3 questions and one more for each objection: 4 at first, later only the one that fails each time.
        Assert.Equal((1 + 3 + 4, 3 + 1), (first, repeater.Questions - first));
    }

    [Theory]
    [InlineData("1.2.2", -100f, "paTemperature")]
    [InlineData("1.2.2", 1000f, "paTemperature")]
    [InlineData("1.2.1", 0f, "supplyVoltage")]
    [InlineData("1.2.4", 0f, "vswr")]
    public async Task Round_ValueThatCannotBe_IsShownAndDoubted(string suffix, float value, string metric)
    {
        await using var repeater = new Repeater();
        repeater.Objects.SetFloat(suffix, value);
        await repeater.StartAsync();

        Assert.Equal(("doubtful", value), Metric(repeater.Rounds.Single(), metric));
    }

    [Fact]
    public async Task Round_AgentThatTakesFewObjects_IsAskedInSmallerQuestions()
    {
        await using var repeater = new Repeater(new RepeaterProfile { MostObjects = 2 });
        await repeater.StartAsync();

        Assert.All(repeater.Rounds.Single().Metrics, metric => Assert.Contains(metric.Quality, (string[])["good", "doubtful"]));
    }

    [Fact]
    public async Task Round_ObjectsLeftOut_AreNotAsked()
    {
        await using var repeater = new Repeater(leaveOut: ["vswr", "alias"]);
        await repeater.StartAsync();

        var body = repeater.Rounds.Single();
        Assert.DoesNotContain(body.Metrics, metric => metric.Metric == "vswr");
        Assert.Null(body.Alias);
        Assert.Equal("RD985", body.Model);
    }

    [Fact]
    public async Task Round_StrangersGarbageAndOtherIds_AreCountedAndSurvived()
    {
        await using var repeater = new Repeater(new RepeaterProfile { WrongIdEvery = 2 });
        await repeater.ConnectAsync();
        repeater.Network.Say([1, 2, 3]);
        repeater.Network.Say([0x30, 0], new System.Net.IPEndPoint(System.Net.IPAddress.Parse("198.51.100.1"), 161));
        _ = repeater.Run();
        await Eventually.TrueAsync(() => repeater.Rounds.Any(), "the round");

        Assert.Contains((FaultKind.Garbled, "ber-structure"), repeater.Host.Faults);
        Assert.Contains((FaultKind.Garbled, "answer-from-a-stranger"), repeater.Host.Faults);
        Assert.Contains((FaultKind.Garbled, "answer-to-nobody"), repeater.Host.Faults);
    }

    [Fact]
    public async Task Round_AnswerMissingOrLate_IsAskedAgainAndTheLateOneIsKnown()
    {
        await using var repeater = new Repeater(new RepeaterProfile { MuteEvery = 3, LateEvery = 5 });
        await repeater.ConnectAsync();
        _ = repeater.Run();
        for (int round = 1; round <= 6; round++)
        {
            int wanted = round;
            await Eventually.TrueAsync(
                () =>
                {
                    repeater.Time.Advance(TimeSpan.FromSeconds(1));
                    return repeater.Rounds.Count() >= wanted;
                },
                $"round {round}");
        }

        Assert.Contains((FaultKind.Silent, "answer-missing"), repeater.Host.Faults);
        Assert.Contains((FaultKind.Silent, "answer-late"), repeater.Host.Faults);
    }

    [Fact]
    public async Task Connect_AgentOfAnotherDevice_IsUnsupported()
    {
        await using var repeater = new Repeater();
        repeater.Network.Asked = bytes =>
        {
            var question = AgentQuestion.Read(bytes)!;
            byte[] name = AgentOid.Encode(AgentOid.Parse("1.3.6.1.6.3.1.1"));
            byte[] pair = AgentBer.Wrap(0x30, AgentBer.Wrap(0x06, name), AgentBer.Whole(1));
            repeater.Network.Say(AgentBer.Wrap(0x30, AgentBer.Whole(0), AgentBer.Wrap(0x04, [.. "public"u8]), AgentBer.Wrap(0xA2, AgentBer.Whole(question.Id), AgentBer.Whole(0), AgentBer.Whole(0), AgentBer.Wrap(0x30, pair))));
        };

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(repeater.ConnectAsync);

        Assert.Equal(FaultKind.Unsupported, fault.Kind);
    }

    [Fact]
    public async Task Run_RepeaterFallsSilent_EndsAsSilent()
    {
        await using var repeater = new Repeater();
        await repeater.StartAsync();
        repeater.Mute = true;

        Assert.Equal(FaultKind.Silent, (await repeater.EndAsync()).Kind);
        Assert.Equal(3, repeater.Host.Faults.Count(fault => fault == (FaultKind.Silent, "answer-missing")));
    }

    private static (string Quality, double? Value) Metric(SiteHealthBody body, string name) =>
        body.Metrics.Where(metric => metric.Metric == name).Select(metric => (metric.Quality, metric.Value)).Single();
}
