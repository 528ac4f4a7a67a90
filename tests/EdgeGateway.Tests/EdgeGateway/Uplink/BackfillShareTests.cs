using EdgeGateway.Protocol.Model;
using EdgeGateway.Uplink.Forwarding;

namespace EdgeGateway.Tests.EdgeGateway.Uplink;

public sealed class BackfillShareTests
{
    private const int Small = 1_000;

    [Theory]
    [InlineData(20, 5)]
    [InlineData(64, 16)]
    [InlineData(1, 1)]
    public void TakeBackfill_AllPlacesFree_GetsItsShareAndNoMore(int places, int share)
    {
        var window = new SendWindow(places);
        var taken = Enumerable.Range(0, places + 1).Select(_ => window.TakeBackfillAsync(Lane.Event, Small, default)).Count(task => task.IsCompleted);
        Assert.Equal(share, taken);
    }

    [Fact]
    public void TakeBackfill_ShareUsedUp_LiveStillGetsThePlacesThatAreLeft()
    {
        var window = new SendWindow(20);
        List<bool> batches = [.. Enumerable.Range(0, 20).Select(_ => window.TakeBackfillAsync(Lane.Event, Small, default).IsCompleted)];
        Assert.Equal(15, Enumerable.Range(0, 20).Count(_ => window.TakeAsync(Lane.Event, default).IsCompleted));
        Assert.Equal(5, batches.Count(done => done));
    }

    [Fact]
    public async Task TakeBackfill_BytesOfTheShareUsedUp_WaitsForTheirReturn()
    {
        var window = new SendWindow(20, 0.25, 400);
        Assert.True(window.TakeBackfillAsync(Lane.Event, 90, default).IsCompleted);
        var second = window.TakeBackfillAsync(Lane.Event, 20, default).AsTask();
        Assert.False(second.IsCompleted);
        window.ReturnBackfill(90);
        await second.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void TakeBackfill_OneLargerThanTheShareOfBytes_GoesAlone()
    {
        var window = new SendWindow(20, 0.25, 400);
        Assert.True(window.TakeBackfillAsync(Lane.Event, 5_000, default).IsCompleted);
        Assert.False(window.TakeBackfillAsync(Lane.Event, 1, default).IsCompleted);
    }

    [Fact]
    public async Task Return_EverybodyWaits_AlarmEventTelemetryBackfillPicture()
    {
        var window = new SendWindow(1);
        await window.TakeAsync(Lane.Event, default);
        var order = new List<string>();
        var waiting = new List<Task>
        {
            NoteAsync("picture", window.TakeAsync(Lane.Media, default)),
            NoteAsync("backfill", window.TakeBackfillAsync(Lane.Event, Small, default)),
            NoteAsync("telemetry", window.TakeAsync(Lane.Telemetry, default)),
            NoteAsync("event", window.TakeAsync(Lane.Event, default)),
            NoteAsync("alarm", window.TakeAsync(Lane.Alarm, default)),
        };
        for (int i = 0; i < waiting.Count; i++)
        {
            Give(window, order.LastOrDefault());
            await Support.Eventually.TrueAsync(() => order.Count == i + 1, "one gets the place");
        }

        Assert.Equal(["alarm", "event", "telemetry", "backfill", "picture"], order);

        async Task NoteAsync(string who, ValueTask turn)
        {
            await turn;
            order.Add(who);
        }
    }

    [Fact]
    public async Task Return_EndlessAlarms_EveryLowerOneGetsAPlaceInTheEnd()
    {
        var window = new SendWindow(1);
        await window.TakeAsync(Lane.Alarm, default);
        Task[] lower =
        [
            window.TakeAsync(Lane.Event, default).AsTask(), window.TakeAsync(Lane.Telemetry, default).AsTask(),
            window.TakeBackfillAsync(Lane.Event, Small, default).AsTask(), window.TakeAsync(Lane.Media, default).AsTask(),
        ];
        for (int i = 0; i < 32; i++)
        {
            _ = window.TakeAsync(Lane.Alarm, default).AsTask();
            window.Return();
        }

        await Task.WhenAll(lower).WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task ReturnBackfill_EventsAndTelemetryWait_EventsGetFourOfFive()
    {
        var window = new SendWindow(4);
        await window.TakeBackfillAsync(Lane.Event, Small, default);
        var given = new List<Lane>();
        Task[] waiting = [.. Enumerable.Range(0, 20).SelectMany(_ => new[] { NoteAsync(Lane.Telemetry), NoteAsync(Lane.Event) })];
        for (int i = 0; i < 20; i++)
        {
            window.ReturnBackfill(Small);
            await Support.Eventually.TrueAsync(() => given.Count == i + 1, "one goes");
        }

        Assert.Equal((16, 4), (given.Count(lane => lane == Lane.Event), given.Count(lane => lane == Lane.Telemetry)));
        Assert.Equal(40, waiting.Length);

        async Task NoteAsync(Lane lane)
        {
            await window.TakeBackfillAsync(lane, Small, default);
            given.Add(lane);
        }
    }

    [Fact]
    public async Task TakeBackfill_CancelledWhileWaiting_NeitherPlaceNorShareIsLost()
    {
        var window = new SendWindow(1);
        await window.TakeBackfillAsync(Lane.Event, Small, default);
        using var cancel = new CancellationTokenSource();
        var waiting = window.TakeBackfillAsync(Lane.Event, Small, cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        window.ReturnBackfill(Small);
        Assert.True(window.TakeBackfillAsync(Lane.Event, Small, default).IsCompletedSuccessfully);
    }

    private static void Give(SendWindow window, string? last)
    {
        if (last == "backfill")
        {
            window.ReturnBackfill(Small);
        }
        else
        {
            window.Return();
        }
    }
}
