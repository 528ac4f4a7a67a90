using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Drivers.XrayScanner.Modbus;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Modbus;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Modbus;

/// <summary>An order is written once, and believed when the belt shows it.</summary>
public sealed class BeltCommandTests
{
    /// <summary>A belt that does as it is told.</summary>
    private static readonly Action<FakeController, ushort> s_obeys = (controller, order) => controller.Discrete(0, order == 1);

    [Fact]
    public async Task Stop_BeltStops_IsDoneAndWrittenOnce()
    {
        await using var talk = await StartAsync(s_obeys);

        Assert.Equal((CommandState.Done, null), Said(await talk.OrderAsync("belt.stop")));
        Assert.Equal([(0, 0)], talk.Controller.Writes);
    }

    [Fact]
    public async Task Stop_BeltGoesOn_IsUnknownAndWrittenOnce()
    {
        await using var talk = await StartAsync((_, _) => { });

        Assert.Equal((CommandState.Unknown, "not-confirmed"), Said(await talk.OrderAsync("belt.stop")));
        Assert.Single(talk.Controller.Writes);
    }

    [Theory]
    [InlineData(true, CommandState.Done, null)]
    [InlineData(false, CommandState.Unknown, "answer-missing")]
    public async Task Stop_AnswerIsMissing_IsWhatTheBeltShowsAndNeverWrittenAgain(bool works, CommandState state, string? reason)
    {
        foreach (var error in new Exception[] { new TimeoutException(), new IOException(), new ModbusRefusedException(1, 4) })
        {
            await using var talk = await StartAsync(s_obeys);
            talk.Controller.WriteFault = (error, works);

            Assert.Equal((state, reason), Said(await talk.OrderAsync("belt.stop")));
            Assert.Single(talk.Controller.Writes);
        }
    }

    /// <summary>A belt that stood still proves nothing: its latch may say forward.</summary>
    [Fact]
    public async Task Stop_AnswerIsMissingAndBeltStoodStill_IsUnknown()
    {
        await using var talk = await StartAsync(s_obeys);
        talk.Controller.Discrete(0, false);
        await talk.PassAsync(TimeSpan.FromSeconds(1));
        talk.Controller.WriteFault = (new TimeoutException(), true);

        Assert.Equal((CommandState.Unknown, "answer-missing"), Said(await talk.OrderAsync("belt.stop")));
    }

    [Fact]
    public async Task Stop_ControllerRefuses_IsFailed()
    {
        await using var talk = await StartAsync(s_obeys);
        talk.Controller.WriteFault = (new ModbusRefusedException(1, 2), false);

        Assert.Equal((CommandState.Failed, "refused-by-controller"), Said(await talk.OrderAsync("belt.stop")));
    }

    [Fact]
    public async Task Release_Safe_RunsForward()
    {
        await using var talk = await StartAsync(s_obeys);
        talk.Controller.Discrete(0, false);
        await talk.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal((CommandState.Done, null), Said(await talk.OrderAsync("belt.release")));
        Assert.Equal([(0, 1)], talk.Controller.Writes);
        Assert.Equal((CommandState.Done, "already-runs"), Said(await talk.OrderAsync("belt.release")));
        Assert.Single(talk.Controller.Writes);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(5, false)]
    [InlineData(6, false)]
    [InlineData(10, true)]
    [InlineData(11, true)]
    [InlineData(13, true)]
    [InlineData(1, true)]
    public async Task Release_SomethingSpeaksAgainstIt_IsNotSafeAndNotWritten(int discrete, bool on)
    {
        await using var talk = await StartAsync(s_obeys);
        talk.Controller.Discrete(0, false);
        talk.Controller.Discrete(discrete, on);

        Assert.Equal((CommandState.Failed, "not-safe"), Said(await talk.OrderAsync("belt.release")));
        Assert.Empty(talk.Controller.Writes);
    }

    [Fact]
    public async Task Release_FaultCodeStands_IsNotSafe()
    {
        await using var talk = await StartAsync(s_obeys);
        talk.Controller.Discrete(0, false);
        talk.Controller.Put(ModbusArea.Input, 1, 7);
        await talk.PassAsync(TimeSpan.FromSeconds(2));

        Assert.Equal((CommandState.Failed, "not-safe"), Said(await talk.OrderAsync("belt.release")));
        Assert.Empty(talk.Controller.Writes);
    }

    [Fact]
    public async Task Release_NothingCanBeRead_IsNotWritten()
    {
        await using var talk = await StartAsync(s_obeys);
        talk.Controller.ReadFault = () => new TimeoutException();

        var said = Said(await talk.OrderAsync("belt.release"));

        Assert.Equal(CommandState.Failed, said.State);
        Assert.Contains(said.Reason!, new[] { "not-safe", "state-unknown" });
        Assert.Empty(talk.Controller.Writes);
    }

    [Theory]
    [InlineData("belt.stop", "{\"unit\":\"belt\"}", CommandState.Done, null)]
    [InlineData("belt.stop", "{\"unit\":\"belt-2\"}", CommandState.Failed, "unknown-unit")]
    [InlineData("belt.stop", "{\"unit\":1}", CommandState.Failed, "bad-arguments")]
    [InlineData("belt.stop", "{\"speed\":\"1\"}", CommandState.Failed, "bad-arguments")]
    [InlineData("belt.stop", "[]", CommandState.Failed, "bad-arguments")]
    [InlineData("belt.reverse", "{}", CommandState.Failed, "unknown-command")]
    public async Task Order_Arguments_AreChecked(string name, string args, CommandState state, string? reason)
    {
        await using var talk = await StartAsync(s_obeys);

        Assert.Equal((state, reason), Said(await talk.OrderAsync(name, args)));
    }

    [Fact]
    public async Task Order_SeveralUnits_NeedsAName()
    {
        var unit = BeltConversation.Usual.Units[0];
        await using var talk = new BeltConversation { Options = BeltConversation.Usual with { Units = [unit, unit with { Name = "second", Address = 2, Command = null }] } };
        talk.Controller.Ordered = s_obeys;
        await talk.StartAsync();

        Assert.Equal((CommandState.Failed, "bad-arguments"), Said(await talk.OrderAsync("belt.stop")));
        Assert.Equal((CommandState.Failed, "not-switched-on"), Said(await talk.OrderAsync("belt.stop", "{\"unit\":\"second\"}")));
        Assert.Equal((CommandState.Done, null), Said(await talk.OrderAsync("belt.stop", "{\"unit\":\"belt\"}")));
    }

    private static async Task<BeltConversation> StartAsync(Action<FakeController, ushort> ordered)
    {
        var talk = new BeltConversation();
        talk.Controller.Ordered = ordered;
        return await talk.StartAsync();
    }

    private static (CommandState State, string? Reason) Said(CommandOutcome outcome) => (outcome.State, outcome.Reason);
}
