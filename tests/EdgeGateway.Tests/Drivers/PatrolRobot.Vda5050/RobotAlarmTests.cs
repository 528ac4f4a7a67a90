using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PatrolRobot.Vda5050;

public sealed class RobotAlarmTests
{
    [Theory]
    [InlineData("FATAL", "critical")]
    [InlineData("CRITICAL", "critical")]
    [InlineData("URGENT", "major")]
    [InlineData("PURPLE", "major")]
    public async Task Error_BeginsAndEnds_IsOneAlarmEach(string level, string severity)
    {
        await using var talk = await new RobotTalk().StartAsync();
        await talk.SayAsync(RobotWords.StateOf(1));

        await talk.SayAsync(Errors(2, RobotWords.Error("wheelBlocked", level, "left wheel")));
        await talk.SayAsync(Errors(3, RobotWords.Error("wheelBlocked", level, "left wheel, still")));
        await talk.SayAsync(Errors(4));

        Assert.Equal([("error", true), ("error", false)], talk.Alarms.Select(alarm => (alarm.Alarm, alarm.Active!.Value)));
        Assert.Equal((severity, level, "wheelBlocked", "left wheel", "patrol-1"), (talk.Alarms[0].Severity, talk.Alarms[0].Code, talk.Alarms[0].Name, talk.Alarms[0].Text, talk.Alarms[0].Vehicle));
        Assert.NotNull(talk.Alarms[0].Position);
        var readings = talk.Sink.Entered.Where(reading => reading.Body.Kind == "drone.alarm").ToArray();
        Assert.Equal([Lane.Alarm, Lane.Event], readings.Select(reading => reading.Lane));
        Assert.Equal("error/wheelBlocked/begins/state/2@2026-11-22T03:32:02.000Z", readings[0].Body.Source!.NativeId);
    }

    [Fact]
    public async Task Warning_IsAMessageOnce()
    {
        await using var talk = await new RobotTalk().StartAsync();

        await talk.SayAsync(Errors(1, RobotWords.Error("dirtyScanner", "WARNING", "clean it")));
        await talk.SayAsync(Errors(2, RobotWords.Error("dirtyScanner", "WARNING", "clean it")));
        await talk.SayAsync(Errors(3));
        await talk.SayAsync(Errors(4, RobotWords.Error("dirtyScanner", "WARNING")));

        Assert.Empty(talk.Alarms);
        Assert.Equal([(4, "dirtyScanner: clean it"), (4, "dirtyScanner")], talk.Messages.Select(message => (message.Severity, message.Text)));
    }

    [Fact]
    public async Task Error_GrowsWorse_EndsTheMilderAndBeginsAnew()
    {
        await using var talk = await new RobotTalk().StartAsync();
        await talk.SayAsync(Errors(1, RobotWords.Error("battery", "URGENT")));

        await talk.SayAsync(Errors(2, RobotWords.Error("battery", "FATAL")));

        Assert.Equal([("major", true), ("major", false), ("critical", true)], talk.Alarms.Select(alarm => (alarm.Severity, alarm.Active!.Value)));
    }

    [Fact]
    public async Task Error_SameTypeOtherReference_IsAnother()
    {
        await using var talk = await new RobotTalk().StartAsync();

        await talk.SayAsync(Errors(1, RobotWords.Error("noRoute", "FATAL", null, "a"), RobotWords.Error("noRoute", "FATAL", null, "b"), RobotWords.Error("noRoute", "FATAL", "again", "b")));

        Assert.Equal(2, talk.Alarms.Count);
    }

    [Theory]
    [InlineData("WARNING", "FATAL")]
    [InlineData("FATAL", "WARNING")]
    [InlineData("URGENT", "FATAL")]
    public async Task Error_TwiceInOneList_CountsAsItsGravest(string first, string second)
    {
        await using var talk = await new RobotTalk().StartAsync();

        await talk.SayAsync(Errors(1, RobotWords.Error("noRoute", first), RobotWords.Error("noRoute", second)));

        Assert.Equal(("critical", "FATAL", true), talk.Alarms.Select(alarm => (alarm.Severity!, alarm.Code!, alarm.Active!.Value)).Single());
        Assert.Empty(talk.Messages);
    }

    [Fact]
    public async Task Error_ListCannotBeReadWhole_EndsNothing()
    {
        await using var talk = await new RobotTalk().StartAsync();
        await talk.SayAsync(Errors(1, RobotWords.Error("a", "FATAL")));

        await talk.SayAsync(Errors(2, [.. Enumerable.Range(0, 65).Select(number => RobotWords.Error($"e{number}", "FATAL"))]));
        await talk.SayAsync(RobotWords.StateOf(3, ("errors", new JsonArray(new JsonObject { ["errorLevel"] = "FATAL" }))));
        await talk.SayAsync(RobotWords.StateOf(4, ("errors", "none")));
        await talk.SayAsync(RobotWords.StateOf(5, ("errors", null)));

        Assert.All(talk.Alarms, alarm => Assert.True(alarm.Active));
        Assert.Equal(65, talk.Alarms.Count);
        Assert.Equal(2, talk.Faults.Count(fault => fault == "errors-not-whole"));
    }

    [Fact]
    public async Task Restart_OfTheGateway_TellsOnlyWhatChangedMeanwhile()
    {
        var memory = new FakeMemory();
        await using (var talk = await new RobotTalk(memory).StartAsync())
        {
            await talk.SayAsync(Errors(1, RobotWords.Error("a", "FATAL"), RobotWords.Error("b", "FATAL"), RobotWords.Error("w", "WARNING")));
            await talk.SayAsync(RobotWords.StateOf(2, ("errors", null), ("safetyState", RobotWords.Stop("MANUAL"))));
        }

        await using var next = await new RobotTalk(memory).StartAsync();
        await next.SayAsync(RobotWords.StateOf(3, ("errors", new JsonArray(RobotWords.Error("a", "FATAL"), RobotWords.Error("w", "WARNING"))), ("safetyState", RobotWords.Stop("MANUAL"))));

        Assert.Equal(("error", "b", false), next.Alarms.Select(alarm => (alarm.Alarm, alarm.Name!, alarm.Active!.Value)).Single());
        Assert.Empty(next.Messages);
    }

    /// <summary>The disk went full between what was remembered and what was told.</summary>
    [Fact]
    public async Task Crash_BeforeTheAlarmIsSafe_TellsItAgainUnderTheSameName()
    {
        var memory = new FakeMemory();
        var full = new FakeSink { Refuses = true };
        await using (var talk = await new RobotTalk(memory, full).StartAsync())
        {
            await Assert.ThrowsAsync<StoreRefusedException>(() => talk.SayAsync(Errors(1, RobotWords.Error("a", "FATAL"))));
        }

        await using var next = await new RobotTalk(memory).StartAsync();
        await next.SayAsync(Errors(2, RobotWords.Error("a", "FATAL")));

        var (first, again) = (full.Entered.Single(), next.Sink.Entered.Single(reading => reading.Body.Kind == "drone.alarm"));
        Assert.Equal((first.RepeatKey, first.Body.Source), (again.RepeatKey, again.Body.Source));
        Assert.StartsWith("error/a/begins/state/1@", again.Body.Source!.NativeId, StringComparison.Ordinal);
    }

    /// <summary>The disk took that an alarm ends, and then no more: who waits for its end does not wait for the robot.</summary>
    [Fact]
    public async Task Crash_WhileAnAlarmEnds_IsToldWithoutAWordOfTheRobot()
    {
        var memory = new FakeMemory();
        await using (var talk = await new RobotTalk(memory).StartAsync())
        {
            await talk.SayAsync(Errors(1, RobotWords.Error("a", "FATAL")));
        }

        await using (var talk = await new RobotTalk(memory, new FakeSink { Refuses = true }).StartAsync())
        {
            await Assert.ThrowsAsync<StoreRefusedException>(() => talk.SayAsync(Errors(2)));
        }

        await using var next = await new RobotTalk(memory).StartAsync();
        await Eventually.TrueAsync(() => next.Time.Timers > 0, "it looks after what does not come");
        next.Time.Advance(TimeSpan.FromSeconds(1));

        await Eventually.TrueAsync(() => next.Alarms.Count > 0, "the end");
        Assert.Equal(("a", false), (next.Alarms.Single().Name!, next.Alarms.Single().Active!.Value));
    }

    [Theory]
    [InlineData("MANUAL", "critical")]
    [InlineData("REMOTE", "critical")]
    [InlineData("AUTOACK", "major")]
    [InlineData("BIG_RED_BUTTON", "critical")]
    public async Task EmergencyStop_PressedAndReleased_IsAnAlarmAndAChange(string word, string severity)
    {
        await using var talk = await new RobotTalk().StartAsync();
        await talk.SayAsync(RobotWords.StateOf(1));

        await talk.SayAsync(RobotWords.StateOf(2, ("safetyState", RobotWords.Stop(word))));
        await talk.SayAsync(RobotWords.StateOf(3, ("safetyState", RobotWords.Stop(word, field: true))));
        await talk.SayAsync(RobotWords.StateOf(4));

        Assert.Equal([("emergency-stop", true), ("emergency-stop", false)], talk.Alarms.Select(alarm => (alarm.Alarm, alarm.Active!.Value)));
        Assert.Equal((severity, word), (talk.Alarms[0].Severity, talk.Alarms[0].Code));
        Assert.Equal(["emergencyStop", "fieldViolation", "emergencyStop fieldViolation"], talk.States.Skip(1).Select(state => string.Join(' ', state.Body.Changed!)));
    }

    [Fact]
    public async Task EmergencyStop_ResetOfItself_BecomesOneThatMustBeReset()
    {
        await using var talk = await new RobotTalk().StartAsync();
        await talk.SayAsync(RobotWords.StateOf(1, ("safetyState", RobotWords.Stop("AUTOACK"))));

        await talk.SayAsync(RobotWords.StateOf(2, ("safetyState", RobotWords.Stop("MANUAL"))));

        Assert.Equal([("major", true), ("major", false), ("critical", true)], talk.Alarms.Select(alarm => (alarm.Severity, alarm.Active!.Value)));
    }

    private static string Errors(long id, params JsonNode[] errors) => RobotWords.StateOf(id, ("errors", new JsonArray([.. errors])));
}
