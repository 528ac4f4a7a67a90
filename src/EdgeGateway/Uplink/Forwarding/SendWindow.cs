using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>
/// The places in flight that the broker grants: alarms first, then events, telemetry, backfill, pictures. Every eighth
/// place goes to a lower one that waits, another one each time, so that nobody is stopped for ever.
/// </summary>
/// <param name="places">Most messages without an answer, from 1.</param>
/// <param name="backfillShare">Most of the places and of <paramref name="backfillBytes"/> that batches of a backlog take, 0 to 1; one is always allowed.</param>
/// <param name="backfillBytes">Bytes in flight that the share is taken of.</param>
public sealed class SendWindow(int places, double backfillShare = 0.25, int backfillBytes = 1024 * 1024)
{
    private const int AgeingEvery = 8;
    private const int BackfillRank = 3;
    private const int MediaRank = 4;

    private readonly Lock _gate = new();
    private readonly Queue<TaskCompletionSource>[] _waiting = [new(), new(), new()];
    private readonly Queue<TaskCompletionSource> _media = new();
    private readonly BackfillQueue _backfill = new(Math.Max(1, (int)(places * backfillShare)), (long)(backfillBytes * backfillShare));
    private int _free = places;
    private int _handedOn;
    private int _aged;

    /// <summary>Completes when a place is free for the lane.</summary>
    public ValueTask TakeAsync(Lane lane, CancellationToken ct)
    {
        TaskCompletionSource turn;
        lock (_gate)
        {
            if (_free > 0)
            {
                _free--;
                return ValueTask.CompletedTask;
            }

            turn = NewTurn();
            (lane == Lane.Media ? _media : _waiting[(int)lane]).Enqueue(turn);
        }

        return new ValueTask(WaitAsync(turn, ct));
    }

    /// <summary>Completes when a place is free for a batch of the lane's backlog, inside its share.</summary>
    public ValueTask TakeBackfillAsync(Lane lane, int bytes, CancellationToken ct)
    {
        TaskCompletionSource turn;
        lock (_gate)
        {
            if (_free > 0 && _backfill.TryBegin(bytes))
            {
                _free--;
                return ValueTask.CompletedTask;
            }

            turn = NewTurn();
            _backfill.Enqueue(lane, turn, bytes);
        }

        return new ValueTask(WaitAsync(turn, ct));
    }

    /// <summary>Gives a place back; call once for each one taken.</summary>
    public void Return()
    {
        lock (_gate)
        {
            _free++;
            HandOn();
        }
    }

    /// <summary>The same for a place of backfill, with the same number of bytes.</summary>
    public void ReturnBackfill(int bytes)
    {
        lock (_gate)
        {
            _backfill.End(bytes);
            _free++;
            HandOn();
        }
    }

    private static TaskCompletionSource NewTurn() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static async Task WaitAsync(TaskCompletionSource turn, CancellationToken ct)
    {
        using var cancel = ct.UnsafeRegister(static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), turn);
        await turn.Task.ConfigureAwait(false);
    }

    private void HandOn()
    {
        while (_free > 0 && Next() is { } rank)
        {
            if (rank == BackfillRank ? _backfill.HandOn() : Queue(rank).Dequeue().TrySetResult())
            {
                _free--;
            }
        }
    }

    private int? Next()
    {
        int? highest = null;
        int waiting = 0;
        for (int rank = MediaRank; rank >= 0; rank--)
        {
            if (Waits(rank))
            {
                highest = rank;
                waiting++;
            }
        }

        bool ageing = waiting > 0 && ++_handedOn % AgeingEvery == 0;
        return ageing && waiting > 1 ? Lower(_aged++ % (waiting - 1)) : highest;
    }

    /// <returns>The n-th that waits, from the lowest up.</returns>
    private int Lower(int n)
    {
        int rank = MediaRank;
        while (!Waits(rank) || n-- > 0)
        {
            rank--;
        }

        return rank;
    }

    private bool Waits(int rank) => rank == BackfillRank ? _backfill.MayHandOn : Queue(rank).Count > 0;

    private Queue<TaskCompletionSource> Queue(int rank) => rank == MediaRank ? _media : _waiting[rank];
}
