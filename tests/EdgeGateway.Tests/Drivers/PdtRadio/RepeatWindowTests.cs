using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

public class RepeatWindowTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Once_SecondCopy_WaitsForTheFirstAndDoesNothing()
    {
        var window = new RepeatWindow(_time);
        var safe = new TaskCompletionSource();
        int ran = 0;
        var first = window.OnceAsync("k", () => RunAsync(safe.Task), default);
        var second = window.OnceAsync("k", () => RunAsync(Task.CompletedTask), default);
        Assert.False(second.IsCompleted);

        safe.SetResult();

        Assert.True(await first);
        Assert.False(await second.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(1, ran);

        Task RunAsync(Task until)
        {
            ran++;
            return until;
        }
    }

    [Fact]
    public async Task Once_FirstFails_TheCopyThatWaitsIsTheFirst()
    {
        var window = new RepeatWindow(_time);
        var fails = new TaskCompletionSource();
        var first = window.OnceAsync("k", () => fails.Task, default);
        bool ran = false;
        var second = window.OnceAsync("k", () => { ran = true; return Task.CompletedTask; }, default);

        fails.SetException(new InvalidOperationException());

        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        Assert.True(await second.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.True(ran);
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public async Task Once_AfterAMinute_IsAnotherMessage(int seconds, bool another)
    {
        var window = new RepeatWindow(_time);
        await window.OnceAsync("k", () => Task.CompletedTask, default);
        _time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(another, await window.OnceAsync("k", () => Task.CompletedTask, default));
    }

    [Fact]
    public async Task Once_MoreThanFit_TheOldestIsForgotten()
    {
        var window = new RepeatWindow(_time);
        for (int i = 0; i <= RepeatWindow.Most; i++)
        {
            Assert.True(await window.OnceAsync($"k{i}", () => Task.CompletedTask, default));
        }

        Assert.False(await window.OnceAsync("k1", () => Task.CompletedTask, default));
        Assert.True(await window.OnceAsync("k0", () => Task.CompletedTask, default));
    }

    [Fact]
    public async Task Once_StoppedWhileItWaits_Ends()
    {
        var window = new RepeatWindow(_time);
        using var stop = new CancellationTokenSource();
        _ = window.OnceAsync("k", () => new TaskCompletionSource().Task, default);
        var second = window.OnceAsync("k", () => Task.CompletedTask, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }
}
