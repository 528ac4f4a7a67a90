using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Forwarding;

namespace EdgeGateway.Tests.EdgeGateway.Uplink;

public sealed class BackfillPaceTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryReadingStore _memory = new();

    [Fact]
    public void Spend_NothingOrdered_NeverWaits()
    {
        var pace = new BackfillPace(_memory, _time);
        Assert.All(Enumerable.Range(0, 100), _ => Assert.True(pace.SpendAsync(512, default).IsCompletedSuccessfully));
    }

    [Fact]
    public async Task Spend_Slow_LetsSoManyPassASecond()
    {
        var pace = new BackfillPace(_memory, _time);
        await pace.SetAsync(BackfillSpeed.Slow, 100, null, default);
        Assert.Equal(100, pace.MostAtOnce);
        int passed = 0;
        var spending = Spend();
        for (int second = 0; second < 5; second++)
        {
            int before = passed;
            await Eventually.TrueAsync(() => _time.Timers > 0, "the spender waits");
            _time.Advance(TimeSpan.FromSeconds(1));
            await Eventually.TrueAsync(() => Volatile.Read(ref passed) > before && _time.Timers > 0, "one more went");
        }

        Assert.Equal(600, passed);
        await pace.SetAsync(BackfillSpeed.Run, 0, null, default);
        await spending.WaitAsync(TimeSpan.FromSeconds(60));

        async Task Spend()
        {
            for (int i = 0; i < 10; i++)
            {
                await pace.SpendAsync(100, default);
                Interlocked.Add(ref passed, 100);
            }
        }
    }

    [Fact]
    public async Task Spend_Stopped_WaitsForTheNextOrder()
    {
        var pace = new BackfillPace(_memory, _time);
        await pace.SetAsync(BackfillSpeed.Stop, 0, null, default);
        var waiting = pace.SpendAsync(1, default).AsTask();
        _time.Advance(TimeSpan.FromDays(1));
        Assert.False(waiting.IsCompleted);
        await pace.SetAsync(BackfillSpeed.Run, 0, null, default);
        await waiting.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Spend_StoppedForAWhile_GoesOnByItself()
    {
        var pace = new BackfillPace(_memory, _time);
        await pace.SetAsync(BackfillSpeed.Stop, 0, TimeSpan.FromMinutes(10), default);
        var waiting = pace.SpendAsync(1, default).AsTask();
        await Eventually.TrueAsync(() => _time.Timers > 0, "it waits");
        _time.Advance(TimeSpan.FromMinutes(9));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromMinutes(2));
        await waiting.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(BackfillSpeed.Run, pace.Now.Speed);
    }

    [Fact]
    public async Task Spend_WallClockJumpsWhileStopped_TheOrderLastsAsLongAsItSaid()
    {
        var pace = new BackfillPace(_memory, _time);
        await pace.SetAsync(BackfillSpeed.Stop, 0, TimeSpan.FromMinutes(10), default);
        _time.JumpWallClock(TimeSpan.FromDays(-400));
        Assert.Equal(BackfillSpeed.Stop, pace.Now.Speed);
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(BackfillSpeed.Run, pace.Now.Speed);
    }

    [Fact]
    public async Task Make_AfterARestart_RemembersTheOrderAndWhenItEnds()
    {
        await new BackfillPace(_memory, _time).SetAsync(BackfillSpeed.Slow, 250, TimeSpan.FromMinutes(10), default);
        _time.Advance(TimeSpan.FromMinutes(4));
        var after = new BackfillPace(_memory, _time);
        Assert.Equal((BackfillSpeed.Slow, 250), (after.Now.Speed, after.Now.ReadingsPerSecond));
        _time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(BackfillSpeed.Run, after.Now.Speed);
        Assert.Equal(BackfillSpeed.Run, new BackfillPace(_memory, _time).Now.Speed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Slow;0;")]
    [InlineData("Sideways;3;")]
    [InlineData("Stop")]
    public async Task Make_NoteOnDiskIsDamaged_Runs(string note)
    {
        await _memory.RememberAsync("uplink.backfill.pace", note, default);
        Assert.Equal(PaceState.Running, new BackfillPace(_memory, _time).Now);
    }
}
