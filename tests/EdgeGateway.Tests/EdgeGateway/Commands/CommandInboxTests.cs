using System.Text;
using EdgeGateway.Commands;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.EdgeGateway.Commands;

public sealed class CommandInboxTests : IAsyncLifetime
{
    private CommandSite _site = null!;

    public async Task InitializeAsync() => _site = await CommandSite.StartedAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Take_GoodCommand_IsAcceptedDoneAndWrittenDown()
    {
        var to = new CommandReplyTo("x", new byte[] { 1, 2 });
        await _site.SendAsync(_site.Ops.Envelope(_site.Payload("c-1")), to: to);

        await _site.SaidAsync("accepted/", "done/");
        await Eventually.TrueAsync(() => _site.Results.Count == 2 && _site.Audit.Count == 2, "both readings of both answers");
        Assert.All(_site.Replies, reply => Assert.Same(to, reply.To));
        Assert.Equal(5, _site.Pace.Executed.Single().Args.GetProperty("rate").GetInt32());
        Assert.Equal(["accepted", "done"], _site.Results.Select(result => result.GetProperty("state").GetString()));
        Assert.Equal("2026-11-22T03:32:00.000Z", _site.Results[1].GetProperty("finishedAt").GetString());
        Assert.Equal(["command.decided", "command.ended"], _site.Audit.Select(line => line.GetProperty("what").GetString()));
        Assert.Equal("ops dispatch-7", $"{_site.Audit[0].GetProperty("keyId")} {_site.Audit[0].GetProperty("issuer")}");
    }

    [Fact]
    public async Task Take_Returns_AfterTheLedgerAndTheAcceptedReadingAreWritten()
    {
        _site.Pace.Do = async (_, ct) => { await Task.Delay(Timeout.Infinite, ct); return default; };

        await _site.SendAsync(_site.Payload("c-1"));

        Assert.Contains(_site.Memory.Written, pair => pair.Value.Contains("c-1", StringComparison.Ordinal));
        Assert.Equal("accepted", _site.Results.Single().GetProperty("state").GetString());
    }

    [Fact]
    public async Task Take_DeviceCommand_ReachesItsDriver()
    {
        await _site.SendAsync(_site.Payload("c-1", "radio.send-text", "radio-1"), "radio-1");

        await _site.SaidAsync("accepted/", "done/");
        Assert.Equal(("radio-1", "c-1"), (_site.Orders.Executed.Single().Device, _site.Orders.Executed.Single().Command.Id));
        Assert.All(_site.Store.All, reading => Assert.Equal("radio-1", reading.Device));
        Assert.All(_site.Store.All, reading => Assert.Equal(Lane.Event, reading.Lane));
    }

    [Theory]
    [InlineData("uplink.pace", "gateway", "radio-1", "foreign-device")]
    [InlineData("camera.snapshot", "cam-1", "cam-1", "not-allowed")]
    [InlineData("radio.send-text", "radio-9", "radio-9", "unknown-device")]
    [InlineData("radio.send-text", "cam-1", "cam-1", "unknown-command")]
    [InlineData("uplink.sing", "gateway", "gateway", "unknown-command")]
    public async Task Take_OrderThatMayNotBe_IsRefusedAndWrittenDown(string name, string device, string segment, string reason)
    {
        await _site.SendAsync(_site.Payload("c-1", name, device), segment);

        await RefusedAsync(reason);
    }

    [Fact]
    public async Task Take_DeclaredAndNotSwitchedOn_IsRefused()
    {
        await using var site = await CommandSite.StartedAsync(settings => settings with { Keys = [settings.Keys[0] with { May = ["*"] }] });
        await site.SendAsync(site.Payload("c-1", "radio.request-position", "radio-1"), "radio-1");

        Assert.Equal(["refused/not-switched-on"], site.Said);
        Assert.Empty(site.Orders.Executed);
    }

    [Theory]
    [InlineData(-10, 1, "expired")]
    [InlineData(-7200, 86400, "expired")]
    [InlineData(31, 60, "from-the-future")]
    public async Task Take_NotInItsTime_IsRefused(int issued, int valid, string reason)
    {
        _site.Time.Advance(TimeSpan.FromHours(3));
        await _site.SendAsync(_site.Payload("c-1", issued: TimeSpan.FromSeconds(issued), valid: TimeSpan.FromSeconds(valid)));

        await RefusedAsync(reason);
    }

    [Fact]
    public async Task Take_IssuersClockAheadWithinTheAllowance_IsAccepted()
    {
        await _site.SendAsync(_site.Payload("c-1", issued: TimeSpan.FromSeconds(30)));

        await _site.SaidAsync("accepted/", "done/");
    }

    [Fact]
    public async Task Take_ExpiredByAClockNobodySet_SaysSo()
    {
        _site.Clock = ClockQuality.Free;
        await _site.SendAsync(_site.Payload("c-1", issued: TimeSpan.FromSeconds(-10), valid: TimeSpan.FromSeconds(1)));

        await RefusedAsync("expired-clock-free");
    }

    [Fact]
    public async Task Take_Unsigned_IsRefused()
    {
        await _site.SendAsync(CommandSigner.Wrap(_site.Payload("c-1"), "ops", null));

        await RefusedAsync("unsigned");
        Assert.Equal("c-1", _site.Results.Single().GetProperty("commandId").GetString());
    }

    [Fact]
    public async Task Take_KeyThatNobodyConfigured_IsRefused()
    {
        using var stranger = new CommandSigner { KeyId = "other" };
        await _site.SendAsync(stranger.Envelope(_site.Payload("c-1")));

        await RefusedAsync("unknown-key");
    }

    [Fact]
    public async Task Take_SignedByAnotherKey_IsRefusedAndTheIdStaysFree()
    {
        using var stranger = new CommandSigner();
        await _site.SendAsync(stranger.Envelope(_site.Payload("c-1")));
        await RefusedAsync("bad-signature");

        await _site.SendAsync(_site.Payload("c-1"));
        await _site.SaidAsync("refused/bad-signature", "accepted/", "done/");
    }

    [Fact]
    public async Task Take_OneByteOfThePayloadChanged_IsRefused()
    {
        string signed = Encoding.UTF8.GetString(_site.Ops.Envelope(_site.Payload("c-1")));
        await _site.SendAsync(Encoding.UTF8.GetBytes(signed.Replace("c-1", "c-2", StringComparison.Ordinal)));

        await RefusedAsync("bad-signature");
    }

    [Theory]
    [InlineData("not json", "garbled")]
    [InlineData("{}", "garbled")]
    [InlineData("", "garbled")]
    public async Task Take_NoEnvelope_IsRefusedWithoutAnId(string text, string reason)
    {
        await _site.SendAsync(Encoding.UTF8.GetBytes(text));

        await RefusedAsync(reason);
        Assert.False(_site.Results.Single().TryGetProperty("commandId", out _));
    }

    [Fact]
    public async Task Take_TooLarge_IsRefused()
    {
        await _site.SendAsync(new byte[(256 * 1024) + 1]);

        await RefusedAsync("too-large");
    }

    [Fact]
    public async Task Take_SignedGarbage_IsRefused()
    {
        await _site.SendAsync(_site.Ops.Envelope("{\"v\":2}"));

        await RefusedAsync("garbled");
    }

    [Fact]
    public async Task Take_DeviceThatAStrangerMadeUp_GetsNoTopicOfItsOwn()
    {
        await _site.SendAsync(CommandSigner.Wrap(_site.Payload("c-1", device: "made-up"), null, null), "made-up");

        await RefusedAsync("unsigned");
        Assert.All(_site.Store.All, reading => Assert.Equal("gateway", reading.Device));
        Assert.Equal("made-up", _site.Audit.Single().GetProperty("device").GetString());
    }

    [Fact]
    public async Task Take_WithoutKeys_RefusesAll()
    {
        await using var site = await CommandSite.StartedAsync(settings => settings with { Keys = [] });
        await site.SendAsync(site.Payload("c-1"));

        Assert.Equal(["refused/unknown-key"], site.Said);
    }

    [Fact]
    public async Task Take_BeyondTheBurst_IsCountedAndRefusedAndComesBackWithTime()
    {
        await using var site = await CommandSite.StartedAsync(settings => settings with { Burst = 3, PerSecond = 2 });
        foreach (int _ in Enumerable.Range(0, 15))
        {
            await site.SendAsync(CommandSigner.Wrap("x", null, null));
        }

        Assert.Equal(3, site.Said.Count(said => said == "refused/unsigned"));
        Assert.Equal(12, site.Said.Count(said => said == "refused/rate"));
        Assert.Equal(12, site.Counters.All()["commands/rate"]);
        Assert.Equal([1, 10], site.Audit.Where(line => line.GetProperty("what").GetString() == "command.flood").Select(line => line.GetProperty("count").GetInt32()));
        Assert.Equal(3, site.Results.Count);

        site.Time.Advance(TimeSpan.FromSeconds(0.5));
        await site.SendAsync(site.Payload("c-1"));
        await Eventually.TrueAsync(() => site.Said[^1] == "done/", "the one that fits again");
    }

    [Fact]
    public async Task Take_RepeatInAFlood_DoesNotLookRefused()
    {
        await using var site = await CommandSite.StartedAsync(settings => settings with { Burst = 1 });
        string payload = site.Payload("c-1");
        await site.SendAsync(payload);
        await site.SaidAsync("accepted/", "done/");
        await site.SendAsync(payload);
        await site.SendAsync(site.Payload("c-2"));

        await site.SaidAsync("accepted/", "done/", "refused/rate");
        Assert.Equal("c-2", site.Replies.Last().Answer.CommandId);
        Assert.Equal(2, site.Counters.All()["commands/rate"]);
    }

    [Fact]
    public async Task Take_AfterStop_IsNotDecidedAndNotAcknowledged()
    {
        await _site.Inbox.StopAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => _site.SendAsync(_site.Payload("c-1")));
        Assert.Empty(_site.Replies);
    }

    [Fact]
    public async Task Take_DiskTakesNoAuditLine_NothingIsExecuted()
    {
        _site.Store.Refusal = new StoreRefusedException("full");
        await _site.SendAsync(_site.Payload("c-1"));
        Assert.Equal(["refused/busy"], _site.Said);

        _site.Store.Refusal = null;
        await _site.SendAsync(_site.Payload("c-2"));
        await Eventually.TrueAsync(() => _site.Said[^1] == "done/", "the next command");
        Assert.Equal("c-2", _site.Pace.Executed.Single().Id);
    }

    [Fact]
    public async Task Take_DiskTakesNoLineOfTheLedger_NothingIsExecuted()
    {
        _site.Memory.Left = 0;
        await _site.SendAsync(_site.Payload("c-1"));

        Assert.Equal(["refused/busy"], _site.Said);
        Assert.Empty(_site.Pace.Executed);
    }

    private async Task RefusedAsync(string reason)
    {
        await _site.SaidAsync($"refused/{reason}");
        Assert.Equal(reason, _site.Results.Single().GetProperty("reason").GetString());
        Assert.Equal("refused", _site.Results.Single().GetProperty("state").GetString());
        Assert.Equal(("command.decided", reason), (_site.Audit.Single().GetProperty("what").GetString(), _site.Audit.Single().GetProperty("reason").GetString()));
        Assert.Equal(1, _site.Counters.All()[$"commands/{reason}"]);
        Assert.Empty(_site.Pace.Executed);
        Assert.Empty(_site.Orders.Executed);
    }
}
