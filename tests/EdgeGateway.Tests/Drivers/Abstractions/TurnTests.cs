using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Tests.Drivers.Abstractions;

public class TurnTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Take_WhileAnotherHasIt_WaitsForItsEnd()
    {
        using var turn = new Turn();
        var first = await turn.TakeAsync(default);
        var second = turn.TakeAsync(default).AsTask();
        Assert.False(second.IsCompleted);

        first.Dispose();

        (await second.WaitAsync(s_patience)).Dispose();
    }

    [Fact]
    public async Task Take_GivenUp_LeavesTheTurnToTheNext()
    {
        using var turn = new Turn();
        var first = await turn.TakeAsync(default);
        using var stop = new CancellationTokenSource();
        var second = turn.TakeAsync(stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        first.Dispose();

        (await turn.TakeAsync(default).AsTask().WaitAsync(s_patience)).Dispose();
    }

    [Fact]
    public async Task Quiet_WhileSomebodyIsServed_WaitsAndTakesNothing()
    {
        using var turn = new Turn();
        var first = await turn.TakeAsync(default);
        var quiet = turn.QuietAsync();
        Assert.False(quiet.IsCompleted);

        first.Dispose();
        await quiet.WaitAsync(s_patience);

        (await turn.TakeAsync(default).AsTask().WaitAsync(s_patience)).Dispose();
    }
}
