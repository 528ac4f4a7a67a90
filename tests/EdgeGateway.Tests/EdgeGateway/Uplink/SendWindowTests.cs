using EdgeGateway.Protocol.Model;
using EdgeGateway.Uplink.Forwarding;

namespace EdgeGateway.Tests.EdgeGateway.Uplink;

public sealed class SendWindowTests
{
    [Fact]
    public void Take_PlacesFree_CompletesAtOnceUntilTheyAreGone()
    {
        var window = new SendWindow(2);
        Assert.True(window.TakeAsync(Lane.Event, default).IsCompletedSuccessfully);
        Assert.True(window.TakeAsync(Lane.Event, default).IsCompletedSuccessfully);
        Assert.False(window.TakeAsync(Lane.Event, default).IsCompleted);
    }

    [Fact]
    public async Task Return_AlarmWaitsBehindEvents_AlarmGoesFirst()
    {
        var window = new SendWindow(1);
        await window.TakeAsync(Lane.Event, default);
        var second = window.TakeAsync(Lane.Event, default).AsTask();
        var alarm = window.TakeAsync(Lane.Alarm, default).AsTask();
        window.Return();
        await alarm.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public async Task Return_EndlessEvents_MediaStillGetsAPlace()
    {
        var window = new SendWindow(1);
        await window.TakeAsync(Lane.Event, default);
        var media = window.TakeAsync(Lane.Media, default).AsTask();
        for (int i = 0; i < 8 && !media.IsCompleted; i++)
        {
            _ = window.TakeAsync(Lane.Event, default).AsTask();
            window.Return();
        }

        await media.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Take_CancelledWhileWaiting_ThePlaceIsNotLost()
    {
        var window = new SendWindow(1);
        await window.TakeAsync(Lane.Event, default);
        using var cancel = new CancellationTokenSource();
        var waiting = window.TakeAsync(Lane.Event, cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        window.Return();
        Assert.True(window.TakeAsync(Lane.Telemetry, default).IsCompletedSuccessfully);
    }
}
