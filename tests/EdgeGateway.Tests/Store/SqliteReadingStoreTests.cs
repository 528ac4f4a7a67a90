using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using static EdgeGateway.Tests.Store.StoreSamples;

namespace EdgeGateway.Tests.Store;

public sealed class SqliteReadingStoreTests : ReadingStoreContract
{
    private readonly StoreBench _bench = new();

    protected override IReadingStore Make() => _bench.Open();

    protected override Task TellGapsAsync() => _bench.PassAsync((SqliteReadingStore)Store, TimeSpan.FromSeconds(15));

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public async Task Reopen_WithReadings_GivesTheSameBytesAndGoesOn()
    {
        await AppendAll(1, 50, static number => (Lane)(number % 3));
        await Store.SettleAsync([new(3), new(49), new(50), new(10, "too large")], default);
        IReadOnlyList<StoredReading> before = Store.Read(Lane.Event, 0, 100);
        StoreStatus status = Store.Status();

        await ReopenAsync();

        IReadOnlyList<StoredReading> after = Store.Read(Lane.Event, 0, 100);
        Assert.Equal(before.Select(static r => r.Payload.ToArray()), after.Select(static r => r.Payload.ToArray()));
        Assert.Equivalent(status, Store.Status(), strict: true);
        Assert.Equal(51, (await Store.AppendAsync(Reading(51), default)).Seq);
        Assert.Equal(51, Positions(Lane.Event).Last());
    }

    [Fact]
    public async Task Reopen_AllSettled_NeverGivesANumberTwice()
    {
        await AppendAll(1, 3);
        await Store.SettleAsync([new(1), new(2), new(3)], default);

        await ReopenAsync();
        await Store.AppendAsync(Reading(4), default);

        Assert.Equal((4, 4), (Store.Read(Lane.Event, 0, 1)[0].Seq, Store.Read(Lane.Event, 0, 1)[0].Position));
    }

    [Fact]
    public async Task Reopen_WithWaitingLane_WaitCompletesOnlyForThatLane()
    {
        await AppendAll(1, 3);
        await ReopenAsync();

        Task alarm = Store.WaitAsync(Lane.Alarm, 0, default);
        await Store.WaitAsync(Lane.Event, 2, default).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.False(alarm.IsCompleted);
        await Store.AppendAsync(Reading(4, Lane.Alarm), default);
        await alarm.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Open_SecondTime_NamesTheFolder()
    {
        StoreOpenException refusal = Assert.Throws<StoreOpenException>(() => _bench.Open());
        Assert.Contains(_bench.Folder, refusal.Message, StringComparison.Ordinal);

        await Store.AppendAsync(Reading(1), default);
    }

    [Fact]
    public async Task Dispose_WithAppendsWaiting_CommitsThem()
    {
        List<Task<Appended>> calls = [.. Enumerable.Range(1, 3000).Select(number => Store.AppendAsync(Reading(number), default).AsTask())];

        await Store.DisposeAsync();

        Assert.All(calls, static call => Assert.True(call.IsCompletedSuccessfully || !call.IsFaulted));
        await Task.WhenAll(calls);
        Store = _bench.Open();
        Assert.Equal(3000, Store.Status().SeqHead);
    }

    [Fact]
    public async Task Calls_AfterDispose_Throw()
    {
        Task wait = Store.WaitAsync(Lane.Event, 0, default);
        await Store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => wait);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Store.AppendAsync(Reading(1), default));
        Assert.Throws<ObjectDisposedException>(() => Store.Read(Lane.Event, 0, 1));
    }

    private async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = _bench.Open();
    }
}
