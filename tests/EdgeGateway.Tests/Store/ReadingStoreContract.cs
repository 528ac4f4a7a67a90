using System.Text.Json;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using static EdgeGateway.Tests.Store.StoreSamples;

namespace EdgeGateway.Tests.Store;

/// <summary>What every implementation of <see cref="IReadingStore"/> must do.</summary>
public abstract class ReadingStoreContract : IAsyncLifetime
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private protected IReadingStore Store { get; set; } = null!;

    protected abstract IReadingStore Make();

    /// <summary>Lets gaps that gathered become readings.</summary>
    protected abstract Task TellGapsAsync();

    public virtual Task InitializeAsync()
    {
        Store = Make();
        return Task.CompletedTask;
    }

    public virtual async Task DisposeAsync() => await Store.DisposeAsync();

    [Fact]
    public async Task Append_First_GetsNumberOneOfTheEpoch()
    {
        Appended appended = await Store.AppendAsync(Reading(1), default);

        Assert.Equal(new Appended(Store.Status().Epoch, 1, false), appended);
        Assert.Matches("^[0-9a-f]{8}$", appended.Epoch);
    }

    [Fact]
    public async Task Append_OverlappingCalls_AreNumberedInCallOrderWithoutHoles()
    {
        List<Task<Appended>> calls = [.. Enumerable.Range(1, 5000).Select(number =>
            Store.AppendAsync(Reading(number, (Lane)(number % 3)), default).AsTask())];

        Appended[] appended = await Task.WhenAll(calls).WaitAsync(s_limit);

        Assert.Equal(Enumerable.Range(1, 5000).Select(static n => (long)n), appended.Select(static a => a.Seq));
        Assert.Equal(5000, Store.Status().SeqHead);
    }

    [Fact]
    public async Task Append_Any_PayloadIsTheWholeEventWithItsNumber()
    {
        await Store.AppendAsync(Reading(7), default);

        StoredReading stored = Assert.Single(Store.Read(Lane.Event, 0, 10));
        JsonElement json = JsonDocument.Parse(stored.Payload).RootElement;

        Assert.Equal(stored.Seq, json.GetProperty("seq").GetInt64());
        Assert.Equal(stored.Epoch, json.GetProperty("epoch").GetString());
        Assert.EndsWith($":{stored.Epoch}:{stored.Seq}", json.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal(7, json.GetProperty("data").GetProperty("number").GetInt32());
        Assert.Equal(("cam-0", "plate.read", Lane.Event), (stored.Device, stored.Kind, stored.Lane));
    }

    [Fact]
    public async Task Append_MediaLane_IsRefusedAtOnce() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Store.AppendAsync(Reading(1, Lane.Media), default));

    [Fact]
    public async Task Append_CancelledBefore_KeepsNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.AppendAsync(Reading(1), new CancellationToken(true)));

        Assert.Equal(0, Store.Status().SeqHead);
    }

    [Fact]
    public async Task Read_SeveralLanes_GivesOneLaneByPosition()
    {
        await AppendAll(1, 30, static number => (Lane)(number % 3));

        IReadOnlyList<StoredReading> events = Store.Read(Lane.Event, 0, 100);

        Assert.Equal(Enumerable.Range(0, 10).Select(static i => 1L + (3 * i)), events.Select(static r => r.Seq));
        Assert.Equal(events.Select(static r => r.Position).Order(), events.Select(static r => r.Position));
    }

    [Fact]
    public async Task Read_AfterAndMost_GivesTheNextPage()
    {
        await AppendAll(1, 25);

        IReadOnlyList<StoredReading> first = Store.Read(Lane.Event, 0, 10);
        IReadOnlyList<StoredReading> next = Store.Read(Lane.Event, first[^1].Position, 10);

        Assert.Equal(10, first.Count);
        Assert.Equal(Enumerable.Range(11, 10).Select(static n => (long)n), next.Select(static r => r.Seq));
    }

    [Fact]
    public async Task Settle_SomeInAnyOrder_ForgetsExactlyThose()
    {
        await AppendAll(1, 20);
        long[] settled = [9, 1, 2, 3, 8, 20, 12];

        await Store.SettleAsync([.. settled.Select(static position => new Settlement(position))], default);

        Assert.Equal(Enumerable.Range(1, 20).Select(static n => (long)n).Except(settled), Positions(Lane.Event));
        Assert.Equal([0, 13, 0], Store.Status().Waiting);
    }

    [Fact]
    public async Task Settle_TwiceAndUnknown_CountsOnce()
    {
        await AppendAll(1, 5);

        await Store.SettleAsync([new(2), new(2), new(99)], default);
        await Store.SettleAsync([new(1), new(2)], default);

        Assert.Equal([3, 4, 5], Positions(Lane.Event));
        Assert.Equal([0, 3, 0], Store.Status().Waiting);
    }

    [Fact]
    public async Task Settle_NeighboursOfAnotherLane_LeavesTheOtherLane()
    {
        await AppendAll(1, 9, static number => (Lane)(number % 3));

        await Store.SettleAsync([new(1), new(4), new(7)], default);

        Assert.Empty(Positions(Lane.Event));
        Assert.Equal([3, 6, 9], Positions(Lane.Alarm));
        Assert.Equal([3, 0, 3], Store.Status().Waiting);
    }

    [Fact]
    public async Task Settle_Parked_LeavesTheLaneButStays()
    {
        await AppendAll(1, 3);

        await Store.SettleAsync([new(2, "larger than the broker takes"), new(2, "again"), new(3)], default);

        Assert.Equal([1], Positions(Lane.Event));
        Assert.Equal((1, 1), (Store.Status().Parked, Store.Status().Waiting[1]));
        await Store.SettleAsync([new(1, 3)], default);
        Assert.Equal((1, 0), (Store.Status().Parked, Store.Status().Waiting[1]));
    }

    [Fact]
    public async Task Append_AllSettled_NumberGoesOn()
    {
        await AppendAll(1, 3);
        await Store.SettleAsync([new(1), new(2), new(3)], default);

        Appended next = await Store.AppendAsync(Reading(4), default);

        Assert.Equal(4, next.Seq);
        Assert.Equal([4], Positions(Lane.Event));
    }

    [Fact]
    public async Task Append_KnownNativeKey_IsADuplicateAndStoresNothing()
    {
        await Store.AppendAsync(Reading(1, key: 42), default);

        Appended again = await Store.AppendAsync(Reading(2, key: 42), default);
        Appended other = await Store.AppendAsync(Reading(3, key: 43), default);

        Assert.Equal(new Appended("", 0, true), again);
        Assert.Equal((2, false), (other.Seq, other.Duplicate));
        Assert.Equal(2, Store.Status().Waiting[1]);
    }

    [Fact]
    public async Task Append_SameNativeKeyOverlapping_StoresTheFirst()
    {
        Task<Appended>[] calls = [.. Enumerable.Range(1, 200).Select(number =>
            Store.AppendAsync(Reading(number, key: (UInt128)(number / 10)), default).AsTask())];

        Appended[] appended = await Task.WhenAll(calls).WaitAsync(s_limit);

        Assert.Equal(21, appended.Count(static a => !a.Duplicate));
        Assert.Equal(Enumerable.Range(1, 21).Select(static n => (long)n), appended.Where(static a => !a.Duplicate).Select(static a => a.Seq));
    }

    [Fact]
    public async Task Append_KeySettled_IsStillADuplicate()
    {
        await Store.AppendAsync(Reading(1, key: UInt128.MaxValue), default);
        await Store.SettleAsync([new(1)], default);

        Assert.True((await Store.AppendAsync(Reading(1, key: UInt128.MaxValue), default)).Duplicate);
    }

    [Fact]
    public async Task Wait_NothingThere_CompletesWhenTheLaneGetsSomething()
    {
        Task wait = Store.WaitAsync(Lane.Alarm, 0, default);
        await AppendAll(1, 5);
        Assert.False(wait.IsCompleted);

        await Store.AppendAsync(Reading(6, Lane.Alarm), default);

        await wait.WaitAsync(s_limit);
    }

    [Fact]
    public async Task Wait_SomethingThere_CompletesAtOnce()
    {
        await AppendAll(1, 2);

        await Store.WaitAsync(Lane.Event, 1, default).WaitAsync(s_limit);
    }

    [Fact]
    public async Task Wait_OnlySettledBehind_WaitsForSomethingNewer()
    {
        await AppendAll(1, 4);
        await Store.SettleAsync([new(2), new(3), new(4)], default);

        Task wait = Store.WaitAsync(Lane.Event, 1, default);
        Assert.False(wait.IsCompleted);
        await Store.AppendAsync(Reading(5), default);

        await wait.WaitAsync(s_limit);
    }

    [Fact]
    public async Task Wait_Cancelled_Throws()
    {
        using var stop = new CancellationTokenSource();
        Task wait = Store.WaitAsync(Lane.Media, 0, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(s_limit));
    }

    [Fact]
    public async Task Status_SeveralLanes_CountsAndNamesTheOldest()
    {
        await AppendAll(1, 6, static number => number < 3 ? Lane.Telemetry : number < 6 ? Lane.Event : Lane.Alarm);
        await Store.SettleAsync([new(1)], default);

        StoreStatus status = Store.Status();

        Assert.Equal([1, 3, 1], status.Waiting);
        Assert.Equal(Received.AddSeconds(2), status.Oldest);
    }

    [Fact]
    public async Task ReportLoss_Some_TheirNumbersAreInsideAGapOfTheDevice()
    {
        await AppendAll(1, 2);

        await Store.ReportLossAsync(new Loss("cam-9", Lane.Event, 5, GapCauses.Refused, "no room"), default);
        Appended next = await Store.AppendAsync(Reading(3), default);
        await TellGapsAsync();

        Assert.Equal(8, next.Seq);
        Assert.Equal([("cam-9", "event", 3L, 7L, 5L, "refused", "no room")], Gaps());
        Assert.Equal(9, Store.Status().SeqHead);
    }

    [Fact]
    public async Task ReportLoss_SeveralOfADevice_AreOneGap()
    {
        await Store.ReportLossAsync(new Loss("cam-9", Lane.Alarm, 1, GapCauses.Refused, null), default);
        await AppendAll(1, 3);
        await Store.ReportLossAsync(new Loss("cam-9", Lane.Alarm, 2, GapCauses.Refused, null), default);
        await Store.ReportLossAsync(new Loss("cam-8", Lane.Alarm, 1, GapCauses.Refused, null), default);
        await TellGapsAsync();
        await TellGapsAsync();

        Assert.Equal(
            [("cam-8", "alarm", 7L, 7L, 1L, "refused", null), ("cam-9", "alarm", 1L, 6L, 3L, "refused", null)],
            Gaps().OrderBy(static gap => gap.Device, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Lane.Media, 1)]
    [InlineData(Lane.Event, 0)]
    [InlineData(Lane.Event, 1_000_000_001)]
    public async Task ReportLoss_NotALoss_Throws(Lane lane, long count) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ReportLossAsync(new Loss("cam-9", lane, count, GapCauses.Refused, null), default));

    [Fact]
    public async Task Settle_Parked_IsToldAsAGap()
    {
        await AppendAll(7, 9);

        await Store.SettleAsync([new(2, "larger than the broker takes")], default);
        await Store.SettleAsync([new(2, "again")], default);
        await TellGapsAsync();

        Assert.Equal([("cam-1", "event", 2L, 2L, 1L, "parked", "larger than the broker takes")], Gaps());
    }

    [Fact]
    public async Task Status_SomeWaitAndSomeAreParked_CountsTheirBytes()
    {
        await AppendAll(1, 9, static number => (Lane)(number % 3));
        long[] bytes = [.. new[] { Lane.Alarm, Lane.Event, Lane.Telemetry }.Select(lane => Store.Read(lane, 0, 9).Sum(static reading => (long)reading.Payload.Length))];
        long parked = Store.Read(Lane.Event, 0, 1)[0].Payload.Length;

        Assert.Equal(bytes, Store.Status().Bytes);
        await Store.SettleAsync([new(1, "too large"), new(2, 3)], default);
        await Store.SettleAsync([new(4, 9)], default);

        Assert.Equal([0, 0, 0], Store.Status().Bytes);
        Assert.Equal(parked, Store.Status().ParkedBytes);
    }

    [Fact]
    public void Status_New_IsEmpty()
    {
        StoreStatus status = Store.Status();

        Assert.Equal((0, 0, 0, 0, null), (status.SeqHead, status.Parked, status.MediaWaiting, status.MediaBytes, status.Oldest));
    }

    private protected IEnumerable<long> Positions(Lane lane) => Store.Read(lane, 0, 10_000).Select(static reading => reading.Position);

    private protected (string Device, string? Lane, long From, long To, long Count, string Cause, string? Note)[] Gaps() =>
    [
        .. Store.Read(Lane.Event, 0, 10_000).Where(static reading => reading.Kind == GapBody.KindName).Select(static reading =>
        {
            var gap = JsonDocument.Parse(reading.Payload).RootElement.GetProperty("data").Deserialize(BodyJson.Default.GapBody)!;
            Assert.Equal(reading.Device, gap.Device);
            return (gap.Device, gap.Lane, gap.FromSeq, gap.ToSeq, gap.Count, gap.Cause, gap.Note);
        }),
    ];

    private protected async Task AppendAll(int from, int to, Func<int, Lane>? lane = null)
    {
        for (int number = from; number <= to; number++)
        {
            await Store.AppendAsync(Reading(number, lane?.Invoke(number) ?? Lane.Event), default);
        }
    }
}
