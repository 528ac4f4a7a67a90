using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PatrolRobot.Vda5050;

public sealed class RobotCommandTests
{
    private const string Id = "0b1c";

    [Theory]
    [InlineData("FINISHED", CommandState.Done, null)]
    [InlineData("FAILED", CommandState.Failed, "action-failed")]
    public async Task Hold_RobotSaysHowItEnded_IsThat(string status, CommandState state, string? reason)
    {
        await using var talk = await StartAsync();
        var order = HoldAsync(talk);
        await Eventually.TrueAsync(() => !talk.Brokers.Broker!.Published.IsEmpty, "it goes out");

        await talk.SayAsync(RobotWords.StateOf(2, ("actionStates", new JsonArray(RobotWords.Action("another", "FAILED"), RobotWords.Action(Id, "RUNNING")))));
        Assert.False(order.IsCompleted);
        await talk.SayAsync(RobotWords.StateOf(3, ("instantActionStates", new JsonArray(RobotWords.Action(Id, status)))));

        Assert.Equal(new CommandOutcome(state, reason), await order.WaitAsync(TimeSpan.FromSeconds(60)));
        var (topic, text) = Assert.Single(talk.Brokers.Broker!.Published);
        Assert.Equal("uagv/v2/ACME/R2-017/instantActions", topic);
        Assert.Equal(talk.Options.ConfirmWithin, Assert.Single(talk.Brokers.Broker.Expiries));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                { "headerId": 0, "timestamp": "2026-11-22T03:32:00.000Z", "version": "2.1.0", "manufacturer": "ACME", "serialNumber": "R2-017",
                  "actions": [ { "actionType": "startPause", "actionId": "0b1c", "blockingType": "NONE", "actionParameters": [] } ] }
                """),
            JsonNode.Parse(text)), text);
    }

    [Fact]
    public async Task Hold_RobotDoesNotKnowTheAction_IsRefused()
    {
        await using var talk = await StartAsync();
        var order = HoldAsync(talk);
        await Eventually.TrueAsync(() => !talk.Brokers.Broker!.Published.IsEmpty, "it goes out");

        await talk.SayAsync(RobotWords.StateOf(2, ("errors", new JsonArray(RobotWords.Error("INVALID_INSTANT_ACTION", "WARNING", null, Id)))));

        Assert.Equal(CommandOutcome.Failed("refused-by-robot"), await order.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Theory]
    [InlineData(true, CommandState.Done, "seen")]
    [InlineData(false, CommandState.Unknown, "not-confirmed")]
    public async Task Hold_RobotSaysNothingOfTheAction_IsWhatItsStateShows(bool stands, CommandState state, string reason)
    {
        await using var talk = await StartAsync();
        int before = talk.Time.Timers;
        var order = HoldAsync(talk);
        await talk.SayAsync(RobotWords.StateOf(2, ("paused", stands)));
        await Eventually.TrueAsync(() => talk.Time.Timers > before, "it waits");

        talk.Time.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal(new CommandOutcome(state, reason), await order.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Single(talk.Brokers.Broker!.Published);
    }

    /// <summary>Whoever ordered it then knows that the robot has it.</summary>
    [Theory]
    [InlineData("WAITING")]
    [InlineData("RUNNING")]
    public async Task Hold_RobotHasItAndDoesNotSayHowItEnded_IsUnderWay(string status)
    {
        await using var talk = await StartAsync();
        int before = talk.Time.Timers;
        var order = HoldAsync(talk);
        await Eventually.TrueAsync(() => talk.Time.Timers > before, "it waits");
        await talk.SayAsync(RobotWords.StateOf(2, ("actionStates", new JsonArray(RobotWords.Action(Id, status)))));
        await talk.SayAsync(RobotWords.StateOf(3));

        talk.Time.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal(CommandOutcome.Unknown("under-way"), await order.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task Hold_LinkEndsWhileItGoesOut_IsUnknown()
    {
        await using var talk = await StartAsync();
        talk.Brokers.OnPublish = (_, _) => throw new IOException("gone");

        Assert.Equal(CommandOutcome.Unknown("link-ended"), await HoldAsync(talk));
    }

    [Fact]
    public async Task Hold_CounterCannotBeKept_IsNotSent()
    {
        await using var talk = await StartAsync();
        talk.Memory.Refuses = true;

        Assert.Equal(CommandOutcome.Failed("not-stored"), await HoldAsync(talk));
        Assert.Empty(talk.Brokers.Broker!.Published);
    }

    [Fact]
    public async Task Hold_AgainAfterARestart_GoesOnWithItsCounter()
    {
        await using var talk = await StartAsync();
        await talk.Memory.RememberAsync("actions", "41", default);
        talk.Brokers.OnPublish = (_, _) => throw new IOException("gone");
        await HoldAsync(talk);

        Assert.Contains("\"headerId\":42", talk.Brokers.Broker!.Published.Single().Text, StringComparison.Ordinal);
        Assert.Equal("42", talk.Memory.Recall("actions"));
    }

    [Theory]
    [InlineData("{}", "paused", "true", CommandState.Done, "already-paused")]
    [InlineData("{}", "operatingMode", "\"MANUAL\"", CommandState.Failed, "not-automatic")]
    [InlineData("{}", "operatingMode", "\"TEACHIN\"", CommandState.Failed, "not-automatic")]
    [InlineData("""{ "vehicle": "patrol-2" }""", "paused", "false", CommandState.Failed, "unknown-vehicle")]
    [InlineData("""{ "vehicle": 1 }""", "paused", "false", CommandState.Failed, "bad-arguments")]
    [InlineData("""{ "lat": 1 }""", "paused", "false", CommandState.Failed, "bad-arguments")]
    public async Task Hold_NotToBeSent_IsNotSent(string args, string name, string value, CommandState state, string reason)
    {
        await using var talk = await StartAsync();
        await talk.SayAsync(RobotWords.StateOf(2, (name, JsonNode.Parse(value))));

        Assert.Equal(new CommandOutcome(state, reason), await HoldAsync(talk, args));
        Assert.Empty(talk.Brokers.Broker!.Published);
    }

    [Fact]
    public async Task Hold_RobotIsAway_IsNotSentBecauseABrokerMightKeepIt()
    {
        await using var talk = await StartAsync();
        await talk.SayAsync(RobotWords.ConnectionOf(0, "CONNECTIONBROKEN"), RobotWords.Connection);

        Assert.Equal(CommandOutcome.Failed("robot-offline"), await HoldAsync(talk));
        Assert.Empty(talk.Brokers.Broker!.Published);
    }

    [Fact]
    public async Task Execute_AnythingElse_IsUnknown()
    {
        await using var talk = await StartAsync();

        Assert.Equal(CommandOutcome.Failed("unknown-command"), await talk.Driver.ExecuteAsync(Command("drone.go-to", "{}"), default));
    }

    private static async Task<RobotTalk> StartAsync()
    {
        var talk = await new RobotTalk().StartAsync();
        await talk.SayAsync(RobotWords.StateOf(1));
        return talk;
    }

    private static Task<CommandOutcome> HoldAsync(RobotTalk talk, string args = "{ \"vehicle\": \"patrol-1\" }") => talk.Driver.ExecuteAsync(Command("drone.hold", args), default).AsTask();

    private static DeviceCommand Command(string name, string args) => new(Id, name, JsonDocument.Parse(args).RootElement, DateTimeOffset.MaxValue);
}
