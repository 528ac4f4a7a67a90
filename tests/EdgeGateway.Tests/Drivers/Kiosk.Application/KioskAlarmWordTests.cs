using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Tests.Drivers.Kiosk.Application;

/// <summary>An alarm is over by a word that says so: not by a member that is missing, cannot be read or is not known.</summary>
public sealed class KioskAlarmWordTests
{
    [Theory]
    [InlineData("""{"module":"Door","status":3}""", 0)]
    [InlineData("""{"module":"Door","status":2}""", 0)]
    [InlineData("""{"module":"Door","status":0,"alarms":null}""", 0)]
    [InlineData("""{"module":"Door","status":0,"alarms":"none"}""", 0)]
    [InlineData("""{"module":"Door","status":0,"alarms":[{"alarm":"Door-Open"}]}""", 0)]
    [InlineData("""{"module":"Door","status":0,"alarms":[7]}""", 0)]
    [InlineData("""{"module":"Door","status":0,"alarms":[]}""", 1)]
    public async Task Say_ModuleWhoseAlarmStands_EndsItOnlyByACompleteList(string module, int ends)
    {
        using var talk = new KioskTalk();
        await talk.SayAsync(Modules("""{"module":"Door","status":1,"alarms":[{"alarm":"door-open","name":"front"}]}"""));
        await talk.SayAsync(Modules(module));

        Assert.Equal(1 + ends, Alarms(talk).Count(alarm => alarm.StartsWith("door-open", StringComparison.Ordinal)));
        Assert.Equal(ends, Alarms(talk).Count(alarm => alarm == "door-open False"));
    }

    [Fact]
    public async Task Say_TamperStandsAndAModuleSaysNothingOfIt_ItsHealthIsStillAlarm()
    {
        using var talk = new KioskTalk();
        await talk.SayAsync(Modules("""{"module":"Slot","status":0,"alarms":[{"alarm":"tamper"}]}"""));
        await talk.SayAsync(Modules("""{"module":"Slot","status":3}"""));

        Assert.Equal(["alarm", "alarm"], talk.Of<KioskModuleBody>().Select(body => body.Health));
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("1", true)]
    [InlineData("3", true)]
    [InlineData("-1", false)]
    [InlineData("4", false)]
    [InlineData("9", false)]
    [InlineData("2", false)]
    public async Task Say_FaultByItsCode_EndsWithACodeOfWhatWorks(string status, bool isOver)
    {
        using var talk = new KioskTalk();
        await talk.SayAsync(Modules("""{"module":"Slot","status":2,"code":"E12"}"""));
        await talk.SayAsync(Modules($$"""{"module":"Slot","status":{{status}}}"""));

        Assert.Equal(isOver ? ["device-error True", "device-error False"] : ["device-error True"], Alarms(talk));
    }

    [Fact]
    public async Task Say_FaultBesideAListedAlarm_BothStandAndEachHasItsEnd()
    {
        using var talk = new KioskTalk();
        await talk.SayAsync(Modules("""{"module":"Printer","status":2,"alarms":[{"alarm":"jam"}]}"""));
        await talk.SayAsync(Modules("""{"module":"Printer","status":2}"""));
        await talk.SayAsync(Modules("""{"module":"Printer","status":0}"""));
        await talk.SayAsync(Modules("""{"module":"Printer","status":0,"alarms":[]}"""));

        Assert.Equal(["jam True", "device-error True", "device-error False", "jam False"], Alarms(talk));
    }

    [Theory]
    [InlineData("""[{"alarm":"Door-Open"}]""")]
    [InlineData("""[{"alarm":"door-open","name":"前门"}]""")]
    [InlineData("[[]]")]
    [InlineData("{}")]
    public async Task Say_ListOfTheKioskWithSomethingUnreadable_EndsNothing(string list)
    {
        using var talk = new KioskTalk();
        await talk.SayAsync("""{"type":"state","alarms":[{"alarm":"door-open","name":"front"}]}""");
        await talk.SayAsync($$"""{"type":"state","alarms":{{list}}}""");

        Assert.DoesNotContain("door-open False", Alarms(talk));
        await talk.SayAsync("""{"type":"state","alarms":[]}""");
        Assert.Contains("door-open False", Alarms(talk));
    }

    [Fact]
    public async Task Say_ListOfTheKioskThatIsTooLong_OnlyAdds()
    {
        using var talk = new KioskTalk();
        await talk.SayAsync("""{"type":"state","alarms":[{"alarm":"tamper"}]}""");
        await talk.SayAsync($$"""{"type":"state","alarms":[{{string.Join(',', Enumerable.Range(0, 33).Select(number => $$"""{"alarm":"jam","name":"n{{number}}"}"""))}}]}""");

        Assert.Equal(33, Alarms(talk).Count);
        Assert.DoesNotContain("tamper False", Alarms(talk));
    }

    [Fact]
    public async Task Say_WholeListWithAModuleThatCannotBeRead_ForgetsNoModule()
    {
        using var talk = new KioskTalk();
        await talk.SayAsync(Modules("""{"module":"Door","status":2}"""));
        await talk.SayAsync("""{"type":"supplies","supplies":[{"module":"Door","name":"upper","supply":"paper","state":"out"}]}""");
        await talk.SayAsync("""{"type":"modules","whole":true,"modules":[{"module":"Slot","status":0},{"module":"Door","status":"two"}]}""");

        Assert.Equal(["device-error True", "supply-out True"], Alarms(talk));
        await talk.SayAsync("""{"type":"modules","whole":true,"modules":[{"module":"Slot","status":0}]}""");
        Assert.Equal(["device-error False", "supply-out False"], Alarms(talk).Skip(2));
    }

    [Theory]
    [InlineData("paper", "out", "unknown", false)]
    [InlineData("paper", "out", "resting", false)]
    [InlineData("paper", "out", "low", true)]
    [InlineData("cash-box", "missing", "unknown", false)]
    [InlineData("cash-box", "missing", "ok", true)]
    [InlineData("cash-box", "missing", "out", true)]
    public async Task Say_SupplyWhoseAlarmStands_EndsItOnlyByAKnownState(string supply, string bad, string then, bool isOver)
    {
        using var talk = new KioskTalk();
        await talk.SayAsync(Supply(supply, bad));
        await talk.SayAsync(Supply(supply, then));

        Assert.Equal(isOver ? [true, false] : [true], talk.Of<KioskAlarmBody>().Select(body => body.Active!.Value));
    }

    [Fact]
    public async Task Say_HeartbeatOfAWrongClock_TheStateHasTheTimeOfTheGateway()
    {
        using var talk = new KioskTalk();
        await talk.SayAsync("""{"type":"heartbeat","time":"2036-01-01T00:00:00Z","mode":"in-service"}""");

        var told = talk.Told.Single(reading => reading.Body is KioskStateBody);
        Assert.Equal(talk.Time.GetUtcNow(), told.Time);
        Assert.Null(((KioskStateBody)told.Body).Flags);
    }

    private static List<string> Alarms(KioskTalk talk) => [.. talk.Of<KioskAlarmBody>().Select(body => $"{body.Alarm} {body.Active}")];

    private static string Modules(string module) => $$"""{"type":"modules","modules":[{{module}}]}""";

    private static string Supply(string supply, string state) => $$"""{"type":"supplies","supplies":[{"module":"Box","name":"upper","supply":"{{supply}}","state":"{{state}}"}]}""";
}
