using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using static EdgeGateway.Tests.Store.StoreSamples;

namespace EdgeGateway.Tests.Store;

/// <summary>A database at its size limit gives the same error as a full disk.</summary>
public sealed class SqliteRefusalTests : IAsyncLifetime
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly StoreBench _bench = new();
    private SqliteReadingStore _store = null!;

    public Task InitializeAsync()
    {
        _store = Open();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public async Task Append_DatabaseFull_RefusesAndKeepsNumbersWithoutHoles()
    {
        int kept = await FillAsync();

        StoreStatus status = _store.Status();

        Assert.Equal((kept, kept), (status.SeqHead, status.Waiting[1]));
        Assert.Equal(Enumerable.Range(1, kept).Select(static n => (long)n), _store.Read(Lane.Event, 0, 10_000).Select(static r => r.Seq));
    }

    [Fact]
    public async Task Append_RefusedThenRoom_TakesTheNextNumber()
    {
        int kept = await FillAsync();

        await _store.SettleAsync([.. Enumerable.Range(1, kept).Select(static position => new Settlement(position))], default).WaitAsync(s_limit);

        Assert.Equal(kept + 1, (await _store.AppendAsync(Large(1), default)).Seq);
    }

    [Fact]
    public async Task Append_RefusedKey_IsUnknownAgain()
    {
        int kept = await FillAsync();
        await Assert.ThrowsAsync<StoreRefusedException>(async () => await _store.AppendAsync(Large(1) with { NativeKey = 7 }, default));
        await _store.SettleAsync([.. Enumerable.Range(1, kept).Select(static position => new Settlement(position))], default);

        Appended appended = await _store.AppendAsync(Large(1) with { NativeKey = 7 }, default);

        Assert.False(appended.Duplicate);
    }

    [Fact]
    public async Task Append_RefusedWithFile_LeavesNoFile()
    {
        await FillAsync();

        await Assert.ThrowsAsync<StoreRefusedException>(async () =>
            await _store.AppendAsync(Large(1) with { Attachments = [File(1)] }, default));

        Assert.Null(_store.Open(File(1).Sha256));
        Assert.Equal(0, _store.Status().MediaWaiting);
    }

    [Fact]
    public async Task Append_KnownKeyWhileFull_IsStillADuplicate()
    {
        await _store.AppendAsync(Reading(1, key: 3), default);
        await FillAsync();

        Task<Appended> refused = _store.AppendAsync(Large(2), default).AsTask();
        Task<Appended> known = _store.AppendAsync(Reading(1, key: 3), default).AsTask();

        Assert.True((await known.WaitAsync(s_limit)).Duplicate);
        await Assert.ThrowsAsync<StoreRefusedException>(() => refused.WaitAsync(s_limit));
    }

    [Fact]
    public async Task Settle_InTheSameCommitAsARefusedAppend_GoesThrough()
    {
        int kept = await FillAsync();

        for (int round = 0; round < 20; round++)
        {
            Task<Appended>[] appends = [.. Enumerable.Range(0, 50).Select(number => _store.AppendAsync(Large(number), default).AsTask())];
            Task settle = _store.SettleAsync([new(round + 1)], default);
            await settle.WaitAsync(s_limit);
            await Task.WhenAll(appends).ContinueWith(static _ => { }, TaskScheduler.Default);
        }

        Assert.Equal(21, _store.Read(Lane.Event, 0, 1)[0].Position);
        Assert.True(kept >= 21);
        StoreStatus status = _store.Status();
        Assert.Equal(status.SeqHead - 20, status.Waiting[1]);
    }

    [Fact]
    public async Task Reopen_AfterRefusal_HoldsWhatWasAcknowledged()
    {
        int kept = await FillAsync();
        await _store.DisposeAsync();

        _store = Open();

        Assert.Equal(kept, _store.Read(Lane.Event, 0, 10_000).Count);
    }

    [Fact]
    public async Task Append_BeyondTheWaitingLimit_KeepsOrderAndCanBeCancelled()
    {
        await _store.DisposeAsync();
        _store = _bench.Open(static options => options with { WaitingReadings = 1, CommitReadings = 1 });
        using var stop = new CancellationTokenSource();
        Task<Appended>[] calls = [.. Enumerable.Range(1, 500).Select(number => _store.AppendAsync(Reading(number), stop.Token).AsTask())];

        await stop.CancelAsync();
        await Task.WhenAll(calls).ContinueWith(static _ => { }, TaskScheduler.Default).WaitAsync(s_limit);

        long[] numbers = [.. calls.Where(static call => call.IsCompletedSuccessfully).Select(static call => call.Result.Seq)];
        Assert.Equal(Enumerable.Range(1, numbers.Length).Select(static n => (long)n), numbers);
        Assert.Contains(calls, static call => call.IsCanceled);
        Assert.Equal(numbers.Length, _store.Status().SeqHead);
    }

    private static PendingReading Large(int number) => Reading(number) with { Tail = new byte[3000] };

    private SqliteReadingStore Open() => _bench.Open(static options => options with
    {
        DatabaseMost = 600_000,
        Lanes = new LaneRules { Event = new LaneRule(null, null, WhenFull.Refuse) },
    });

    /// <returns>How many readings the store took.</returns>
    private async Task<int> FillAsync()
    {
        for (int number = 1; number < 1000; number++)
        {
            try
            {
                await _store.AppendAsync(Large(number), default);
            }
            catch (StoreRefusedException)
            {
                return (int)_store.Status().SeqHead;
            }
        }

        throw new InvalidOperationException("The limit does not hold.");
    }
}
