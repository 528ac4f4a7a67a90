using EdgeGateway.Commands;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.EdgeGateway.Commands;

public sealed class CommandLedgerTests
{
    private static readonly TimeSpan s_allowance = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_valid = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new();
    private readonly CommandMemoryFake _memory = new();

    [Fact]
    public async Task Enter_FullOfWhatMayStillCome_TakesNobody()
    {
        var ledger = await FullAsync();
        _time.Advance(s_valid + s_allowance);

        Assert.False(await ledger.TryEnterAsync(Case("one-more")));
        Assert.Null(ledger.Find("one-more"));
        Assert.NotNull(ledger.Find("c-0"));
    }

    [Fact]
    public async Task Enter_DeadlineAndAllowanceOver_GivesTheLineOn()
    {
        var ledger = await FullAsync();
        _time.Advance(s_valid + s_allowance + TimeSpan.FromMilliseconds(1));

        Assert.True(await ledger.TryEnterAsync(Case("one-more")));
        Assert.NotNull(ledger.Find("one-more"));
        Assert.Equal(CommandLedger.Lines - 1, Enumerable.Range(0, CommandLedger.Lines).Count(number => ledger.Find($"c-{number}") is not null));
    }

    [Fact]
    public async Task Enter_EndedAndNotTold_KeepsItsLine()
    {
        var ledger = await FullAsync(told: false);
        _time.Advance(TimeSpan.FromDays(1));

        Assert.False(await ledger.TryEnterAsync(Case("one-more")));
    }

    [Fact]
    public async Task Vouches_ClockWentBackAfterForgetting_NotForWhatWasForgotten()
    {
        var ledger = await FullAsync();
        var (issued, deadline) = (_time.GetUtcNow(), _time.GetUtcNow() + s_valid);
        _time.Advance(s_valid + s_allowance + TimeSpan.FromSeconds(1));
        await ledger.TryEnterAsync(Case("one-more"));
        _time.JumpWallClock(-TimeSpan.FromMinutes(2));

        Assert.False(ledger.Vouches(issued, deadline));
        Assert.True(ledger.Vouches(issued, deadline.AddMilliseconds(1)));
        Assert.False((await OpenAsync()).Vouches(issued, deadline));
    }

    [Fact]
    public async Task Reopened_KnowsEveryAnswer()
    {
        var before = await FullAsync();
        await before.UpdateAsync(before.Find("c-7")! with { State = CommandState.Failed, Reason = "offline", FinishedAt = _time.GetUtcNow() });

        var after = await OpenAsync();

        Assert.Equal(before.Find("c-7"), after.Find("c-7"));
        Assert.Equal(before.Find("c-999"), after.Find("c-999"));
    }

    [Fact]
    public async Task Enter_DiskRefuses_LeavesTheLedgerAsItWas()
    {
        var ledger = await FullAsync();
        _time.Advance(TimeSpan.FromHours(1));
        _memory.Left = 0;

        await Assert.ThrowsAsync<StoreRefusedException>(() => ledger.TryEnterAsync(Case("one-more")));

        Assert.Null(ledger.Find("one-more"));
        Assert.NotNull(ledger.Find("c-0"));
    }

    [Fact]
    public async Task Vouches_IssuedBeforeItBegan_No()
    {
        var issued = _time.GetUtcNow().AddSeconds(-1);
        var ledger = await OpenAsync();

        Assert.False(ledger.Vouches(issued, issued.AddHours(1)));
        Assert.True(ledger.Vouches(_time.GetUtcNow(), issued.AddHours(1)));
    }

    [Fact]
    public async Task Vouches_SecondStart_RemembersWhenItBegan()
    {
        _ = await OpenAsync();
        var issued = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromHours(1));

        Assert.True((await OpenAsync()).Vouches(issued, issued.AddHours(2)));
    }

    [Fact]
    public async Task Vouches_BeganInAFutureThatAWrongClockMadeUp_StillWorks()
    {
        _time.JumpWallClock(TimeSpan.FromDays(1000));
        var ledger = await OpenAsync();
        _time.JumpWallClock(-TimeSpan.FromDays(1000));

        Assert.True(ledger.Vouches(_time.GetUtcNow(), _time.GetUtcNow() + s_valid));
        Assert.True((await OpenAsync()).Vouches(_time.GetUtcNow(), _time.GetUtcNow() + s_valid));
    }

    [Fact]
    public async Task Vouches_OneLineIsDamaged_OnlyForWhatIsIssuedFromNowOn()
    {
        _ = await FullAsync();
        var issued = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromSeconds(10));
        _memory.Set("commands.line/5", "{\"id\":");

        var ledger = await OpenAsync();

        Assert.False(ledger.Vouches(issued, issued + s_valid));
        Assert.True(ledger.Vouches(_time.GetUtcNow(), issued + s_valid));
        Assert.NotNull(ledger.Find("c-6"));
    }

    [Fact]
    public async Task Untold_AreThoseWithoutATrace()
    {
        var ledger = await OpenAsync();
        await ledger.TryEnterAsync(Case("a"));
        await ledger.TryEnterAsync(Case("b"));
        await ledger.UpdateAsync(Case("b") with { Told = true });

        Assert.Equal("a", (await OpenAsync()).Untold().Single().Id);
    }

    private async Task<CommandLedger> OpenAsync()
    {
        var ledger = new CommandLedger(_memory, _time, s_allowance);
        await ledger.BeginAsync();
        return ledger;
    }

    private async Task<CommandLedger> FullAsync(bool told = true)
    {
        var ledger = await OpenAsync();
        foreach (int number in Enumerable.Range(0, CommandLedger.Lines))
        {
            Assert.True(await ledger.TryEnterAsync(Case($"c-{number}")));
            await ledger.UpdateAsync(Case($"c-{number}") with { State = CommandState.Done, Told = told });
        }

        return ledger;
    }

    private CommandCase Case(string id) => new() { Id = id, Name = "uplink.pace", Device = "gateway", Digest = "00", Deadline = _time.GetUtcNow() + s_valid };
}
