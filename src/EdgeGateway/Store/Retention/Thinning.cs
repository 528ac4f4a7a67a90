using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Retention;

/// <summary>
/// Thins one lane from the front: of each device and kind the newest stays, of the others every tenth; when a pass no
/// longer frees anything, every hundredth, and so on. First it learns which readings are the newest, then it drops;
/// both in steps that a commit does not feel.
/// </summary>
internal sealed class Thinning(Lane lane)
{
    private const int LookedAt = 1000;
    private const long KeptMost = 1_000_000;

    private readonly Dictionary<(string Device, string Kind), long> _newest = [];
    private State _state = new(Phase.Idle, 0, 0, 10, 0);
    private State _next = new(Phase.Idle, 0, 0, 10, 0);

    private enum Phase
    {
        Idle,
        Learn,
        Drop,
        Done,
    }

    /// <summary>True while there may be something left to thin.</summary>
    public bool Step(GapTally tally, StoreTables tables, Totals totals)
    {
        State state = _state;
        if (state.Phase is Phase.Idle or Phase.Done)
        {
            if (totals.Waiting(lane) == 0 || (state.Phase == Phase.Done && totals.Last(lane) == state.End))
            {
                return false;
            }

            // Only new readings wake a lane that was thinned to the bone.
            state = new State(Phase.Learn, 0, totals.Last(lane), state.Phase == Phase.Done ? 10 : state.Every, 0);
        }

        _next = state.Phase == Phase.Learn ? Learn(state, tables) : Drop(state, tally, tables, totals);
        return _next.Phase != Phase.Done;
    }

    public void Committed() => _state = _next;

    public void RolledBack() => _next = _state;

    private State Learn(State state, StoreTables tables)
    {
        if (state.Cursor == 0)
        {
            _newest.Clear();
        }

        var rows = tables.Retention.Scan(lane, state.Cursor, state.End, LookedAt);
        foreach ((long position, _, string device, string kind) in rows)
        {
            _newest[(device, kind)] = position;
        }

        return rows.Count < LookedAt ? state with { Phase = Phase.Drop, Cursor = 0 } : state with { Cursor = rows[^1].Position };
    }

    private State Drop(State state, GapTally tally, StoreTables tables, Totals totals)
    {
        var rows = tables.Retention.Scan(lane, state.Cursor, state.End, Sacrifice.Batch);
        int dropped = 0;
        foreach ((long position, long seq, string device, string kind) in rows)
        {
            if (seq % state.Every != 0 && _newest.TryGetValue((device, kind), out long newest) && newest != position)
            {
                dropped += tables.Retention.Drop(position, tally, totals);
            }
        }

        state = state with { Dropped = state.Dropped + dropped };
        return rows.Count < Sacrifice.Batch ? PassEnded(state) : state with { Cursor = rows[^1].Position };
    }

    private static State PassEnded(State state) => (state.Dropped, state.Every) switch
    {
        ( > 0, _) => state with { Phase = Phase.Idle },
        (_, >= KeptMost) => state with { Phase = Phase.Done },
        _ => state with { Phase = Phase.Idle, Every = state.Every * 10 },
    };

    /// <param name="Phase">Where the pass stands.</param>
    /// <param name="Cursor">Last position looked at.</param>
    /// <param name="End">Last position of the pass; what comes later is newer than everything it drops.</param>
    /// <param name="Every">Of the older readings each number divisible by this stays.</param>
    /// <param name="Dropped">By this pass so far.</param>
    private sealed record State(Phase Phase, long Cursor, long End, long Every, long Dropped);
}
