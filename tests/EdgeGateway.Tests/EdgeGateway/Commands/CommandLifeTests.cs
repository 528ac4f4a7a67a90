using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.EdgeGateway.Commands;

/// <summary>What becomes of a command once it was accepted: repeats, ends, queues, restarts.</summary>
public sealed class CommandLifeTests : IAsyncLifetime
{
    private CommandSite _site = null!;

    public async Task InitializeAsync() => _site = await CommandSite.StartedAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task SameIdTwice_GivesTheFirstAnswerAgainAndNoSecondAction()
    {
        _site.Pace.Do = (_, _) => ValueTask.FromResult(CommandOutcome.Failed("bad-arguments"));
        string payload = _site.Payload("c-1");
        await _site.SendAsync(payload);
        await _site.SaidAsync("accepted/", "failed/bad-arguments");

        _site.Time.Advance(TimeSpan.FromHours(5));
        await _site.SendAsync(payload);

        await _site.SaidAsync("accepted/", "failed/bad-arguments", "failed/bad-arguments");
        Assert.Single(_site.Pace.Executed);
        Assert.Equal("command.repeated", _site.Audit[^1].GetProperty("what").GetString());
    }

    [Fact]
    public async Task SameIdWhileItRuns_SaysAcceptedAgain()
    {
        var done = Blocked();
        string payload = _site.Payload("c-1");
        await _site.SendAsync(payload);
        await _site.SendAsync(payload);
        done.SetResult(CommandOutcome.Done());

        await _site.SaidAsync("accepted/", "accepted/", "done/");
        Assert.Single(_site.Pace.Executed);
    }

    [Fact]
    public async Task SameIdForAnotherCommand_IsRefusedAsReplayed()
    {
        await _site.SendAsync(_site.Payload("c-1"));
        await _site.SaidAsync("accepted/", "done/");

        await _site.SendAsync(_site.Payload("c-1", valid: TimeSpan.FromMinutes(2)));

        await _site.SaidAsync("accepted/", "done/", "refused/replayed");
        Assert.Single(_site.Pace.Executed);
    }

    [Fact]
    public async Task SameIdAfterARefusalOfThisGateway_GivesTheRefusalAgain()
    {
        string payload = _site.Payload("c-1", "uplink.sing");
        await _site.SendAsync(payload);
        await _site.SendAsync(payload);

        Assert.Equal(["refused/unknown-command", "refused/unknown-command"], _site.Said);
        Assert.Single(_site.Results);
    }

    [Fact]
    public async Task HandlerThrows_IsFailed()
    {
        _site.Pace.Do = (_, _) => throw new InvalidOperationException("bug");
        await _site.SendAsync(_site.Payload("c-1"));

        await _site.SaidAsync("accepted/", "failed/handler-failed");
    }

    [Fact]
    public async Task DeviceFault_IsFailedWithItsKind()
    {
        _site.Orders.Do = (_, _) => throw new DeviceFaultException(FaultKind.Busy, "later");
        await _site.SendAsync(_site.Payload("c-1", "radio.send-text", "radio-1"), "radio-1");

        await _site.SaidAsync("accepted/", "failed/busy");
    }

    [Fact]
    public async Task TimeLimit_IsUnknownAndTheNextDoesNotRunBesideIt()
    {
        var done = Blocked();
        await _site.SendAsync(_site.Payload("c-1"));
        await Eventually.TrueAsync(() => _site.Time.Timers == 1, "the limit");
        _site.Time.Advance(TimeSpan.FromSeconds(60));
        await _site.SaidAsync("accepted/", "unknown/time-limit");

        await _site.SendAsync(_site.Payload("c-2"));
        await _site.SaidAsync("accepted/", "unknown/time-limit", "accepted/", "failed/busy");

        done.SetResult(CommandOutcome.Done());
        int next = 3;
        do
        {
            // Until the first one has let go, which it does in its own time, they are told that it is busy.
            int said = _site.Said.Length;
            await _site.SendAsync(_site.Payload($"c-{next}"));
            await Eventually.TrueAsync(() => _site.Said.Length >= said + 2, "its end");
            next++;
        }
        while (_site.Said[^1] == "failed/busy" && next < 1_000);

        Assert.Equal("done/", _site.Said[^1]);
        Assert.Equal(["c-1", $"c-{next - 1}"], _site.Pace.Executed.Select(command => command.Id));
    }

    [Fact]
    public async Task TimeLimit_HandlerThatListens_IsTold()
    {
        var told = new TaskCompletionSource();
        _site.Pace.Do = (_, ct) =>
        {
            ct.Register(told.SetResult);
            return new ValueTask<CommandOutcome>(new TaskCompletionSource<CommandOutcome>().Task);
        };
        await _site.SendAsync(_site.Payload("c-1"));
        await Eventually.TrueAsync(() => _site.Time.Timers == 1 && _site.Pace.Executed.Count == 1, "the limit");
        _site.Time.Advance(TimeSpan.FromSeconds(60));

        await told.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await _site.SaidAsync("accepted/", "unknown/time-limit");
    }

    [Fact]
    public async Task DeadlinePassesInTheQueue_IsExpiredAndNotBegun()
    {
        var done = Blocked();
        await _site.SendAsync(_site.Payload("c-1"));
        await _site.SendAsync(_site.Payload("c-2", valid: TimeSpan.FromSeconds(10)));
        _site.Time.Advance(TimeSpan.FromSeconds(11));
        done.SetResult(CommandOutcome.Done());

        await _site.SaidAsync("accepted/", "accepted/", "done/", "expired/deadline-passed");
        Assert.Equal("c-1", _site.Pace.Executed.Single().Id);
    }

    [Fact]
    public async Task SlowDevice_HoldsUpNeitherTheInboxNorAnother()
    {
        _site.Orders.Do = async (device, ct) =>
        {
            await Task.Delay(device == "radio-1" ? Timeout.Infinite : 0, ct);
            return CommandOutcome.Done();
        };
        await _site.SendAsync(_site.Payload("slow", "radio.send-text", "radio-1"), "radio-1");
        await _site.SendAsync(_site.Payload("quick", "radio.send-text", "radio-2"), "radio-2");

        await _site.SaidAsync("accepted/", "accepted/", "done/");
        Assert.Equal("quick", _site.Replies.Last().Answer.CommandId);
    }

    /// <summary>Two vehicles of one link: one that is told to hold must not wait until another has arrived.</summary>
    [Fact]
    public async Task SlowTarget_HoldsUpOnlyItsOwn()
    {
        var done = new TaskCompletionSource<CommandOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = new ValueTask<CommandOutcome>(done.Task);
        _site.Orders.Target = command => command.Id[..1];
        _site.Orders.Do = (_, _) => _site.Orders.Executed.Last().Command.Id[..1] == "a" ? first : ValueTask.FromResult(CommandOutcome.Done());
        await _site.SendAsync(_site.Payload("a-1", "radio.send-text", "radio-1"), "radio-1");
        await Eventually.TrueAsync(() => _site.Orders.Executed.Count == 1, "the first has begun");
        await _site.SendAsync(_site.Payload("a-2", "radio.send-text", "radio-1"), "radio-1");
        await _site.SendAsync(_site.Payload("b-1", "radio.send-text", "radio-1"), "radio-1");

        await _site.SaidAsync("accepted/", "accepted/", "accepted/", "done/");
        Assert.Equal(["a-1", "b-1"], _site.Orders.Executed.Select(one => one.Command.Id));
        done.SetResult(CommandOutcome.Done());
        await Eventually.TrueAsync(() => _site.Orders.Executed.Count == 3, "the second of the first target");
        Assert.Equal("a-2", _site.Orders.Executed.Last().Command.Id);
    }

    [Fact]
    public async Task QueueOfADeviceFull_IsBusyAndTheIdStaysFree()
    {
        var done = Blocked();
        foreach (int number in Enumerable.Range(0, 32))
        {
            await _site.SendAsync(_site.Payload($"c-{number}"));
        }

        await _site.SendAsync(_site.Payload("one-more"));
        Assert.Equal("refused/busy", _site.Said[^1]);

        done.SetResult(CommandOutcome.Done());
        await Eventually.TrueAsync(() => _site.Said.Count(said => said == "done/") == 32, "all that waited");
        await _site.SendAsync(_site.Payload("one-more"));
        await Eventually.TrueAsync(() => _site.Pace.Executed.Count == 33, "the one that was refused before");
    }

    [Fact]
    public async Task Restart_BetweenAcceptedAndDone_IsUnknownAndNeverExecutedAgain()
    {
        _ = Blocked();
        string payload = _site.Payload("c-1");
        await _site.SendAsync(payload);
        await Eventually.TrueAsync(() => _site.Pace.Executed.Count == 1, "the execution");

        await _site.RestartAsync();
        await _site.SaidAsync("unknown/gateway-restarted");
        await Eventually.TrueAsync(() => _site.Results.Count == 2, "the durable answer");
        Assert.Equal("unknown", _site.Results[^1].GetProperty("state").GetString());

        await _site.SendAsync(payload);
        await _site.SaidAsync("unknown/gateway-restarted", "unknown/gateway-restarted");
        Assert.Single(_site.Pace.Executed);

        await _site.RestartAsync();
        await _site.SendAsync(payload);
        await _site.SaidAsync("unknown/gateway-restarted");
        Assert.Equal(2, _site.Results.Count);
    }

    [Fact]
    public async Task Restart_AfterTheEndWasNotedAndBeforeItWasTold_TellsTheSameEnd()
    {
        var done = Blocked();
        await _site.SendAsync(_site.Payload("c-1"));
        _site.Memory.Left = 1;
        _site.Store.Refusal = new StoreRefusedException("power goes");
        done.SetResult(CommandOutcome.Done());
        await _site.SaidAsync("accepted/", "done/");

        (_site.Memory.Left, _site.Store.Refusal) = (int.MaxValue, null);
        await _site.RestartAsync();

        await _site.SaidAsync("done/");
        await Eventually.TrueAsync(() => _site.Results.Any(result => result.GetProperty("state").GetString() == "done"), "the durable answer");
        Assert.DoesNotContain(_site.Results, result => result.GetProperty("state").GetString() == "unknown");
    }

    [Fact]
    public async Task End_DiskRefusesForAWhile_IsWrittenWhenItTakesAgain()
    {
        var done = Blocked();
        await _site.SendAsync(_site.Payload("c-1"));
        _site.Store.Refusal = new StoreRefusedException("full");
        done.SetResult(CommandOutcome.Done());
        await _site.SaidAsync("accepted/", "done/");
        await Eventually.TrueAsync(() => _site.Time.Timers == 1, "the pause between two tries");

        _site.Store.Refusal = null;
        _site.Time.Advance(TimeSpan.FromSeconds(5));
        await Eventually.TrueAsync(() => _site.Results.Count == 2, "the durable answer");
    }

    [Fact]
    public async Task Stop_WhatWaitsIsFailedAndWhatRunsIsUnknown()
    {
        _ = Blocked();
        await _site.SendAsync(_site.Payload("runs"));
        await _site.SendAsync(_site.Payload("waits"));
        await Eventually.TrueAsync(() => _site.Pace.Executed.Count == 1, "the execution");

        await _site.Inbox.StopAsync();

        Assert.Equal(["accepted/", "accepted/", "unknown/gateway-stopped", "failed/gateway-stopped"], _site.Said);
        Assert.Equal(4, _site.Results.Count);
    }

    [Fact]
    public async Task IssuedBeforeTheLedgerBegan_MayHaveBeenDoneBeforeTheDiskWasLost_IsRefused()
    {
        _site.Time.Advance(TimeSpan.FromMinutes(1));
        await _site.SendAsync(_site.Payload("before", issued: TimeSpan.FromMinutes(-2), valid: TimeSpan.FromHours(1)));

        Assert.Equal(["refused/replayed"], _site.Said);
        Assert.Empty(_site.Pace.Executed);
    }

    /// <summary>The handler waits until the test says what comes of it, whatever its token says.</summary>
    private TaskCompletionSource<CommandOutcome> Blocked()
    {
        var done = new TaskCompletionSource<CommandOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        _site.Pace.Do = (_, _) => new ValueTask<CommandOutcome>(done.Task);
        return done;
    }
}
