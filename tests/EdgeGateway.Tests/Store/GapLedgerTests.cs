using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using static EdgeGateway.Tests.Store.StoreSamples;

namespace EdgeGateway.Tests.Store;

public sealed class GapLedgerTests : IAsyncLifetime
{
    private readonly StoreBench _bench = new();
    private SqliteReadingStore _store = null!;

    private string Epoch => _store.Status().Epoch;

    public Task InitializeAsync()
    {
        _store = _bench.Open();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public async Task Absent_ParkedAndNeverStored_AreNamedOneByOneUntilTheyAreStated()
    {
        for (int i = 1; i <= 6; i++)
        {
            await _store.AppendAsync(Reading(i), default);
        }

        await _store.SettleAsync([new Settlement(2, "too large"), new Settlement(5, "too large"), new Settlement(1, 1)], default);
        await _store.ReportLossAsync(new Loss("cam-1", Lane.Event, 3, GapCauses.DiskFull, null), default);

        Assert.Equal([(2L, 2L), (5L, 5L), (7L, 9L)], _store.Absent(Epoch, 1, 100));
        Assert.Equal([(5L, 5L)], _store.Absent(Epoch, 3, 6));
        Assert.Empty(_store.Absent("00000000", 1, 100));

        await _store.StatedAsync(Epoch, 6, default);
        Assert.Equal([(7L, 9L)], _store.Absent(Epoch, 1, 100));
    }

    [Fact]
    public async Task Absent_NeighboursOfManySteps_BecomeOneRange()
    {
        for (int i = 1; i <= 9; i++)
        {
            await _store.AppendAsync(Reading(i), default);
        }

        foreach (long position in (long[])[2, 4, 3, 8, 7])
        {
            await _store.SettleAsync([new Settlement(position, "too large")], default);
        }

        Assert.Equal([(2L, 4L), (7L, 8L)], _store.Absent(Epoch, 1, 9));
    }

    [Fact]
    public async Task AnswerForgotten_NumbersThatAreGone_BecomeAGapRecordAfterAReopenToo()
    {
        for (int i = 1; i <= 4; i++)
        {
            await _store.AppendAsync(Reading(i), default);
        }

        await _store.SettleAsync([new Settlement(1, 4)], default);
        await _store.AnswerForgottenAsync(Epoch, 2, 3, default);
        await _store.AnswerForgottenAsync("00000000", 2, 3, default);

        Assert.Equal([(2L, 3L)], _store.Absent(Epoch, 1, 4));
    }
}
