using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Writing;

/// <summary>
/// The devices' own identifiers that are safe on disk, newest last, in memory and in step with their table.
/// What a commit adds is known only once it is committed.
/// </summary>
/// <remarks>
/// Age is counted in seconds that the gateway ran, not by the wall clock: a process goes on where the last key of the
/// one before it stands. So a clock that jumps by days, either way, makes no device's repeat a new reading. Time in
/// which the gateway was off does not count; the number of keys bounds what that keeps.
/// </remarks>
internal sealed class NativeKeys
{
    private readonly StoreOptions _options;
    private readonly TimeProvider _time;
    private readonly NativeKeyTable _table;
    private readonly HashSet<UInt128> _known = [];
    private readonly Queue<(UInt128 Key, long Seen)> _order = new();
    private readonly long _began;
    private readonly long _from;
    private readonly Dictionary<UInt128, AppendTicket> _fresh = [];
    private long _first = 1;
    private long _cut = 1;

    public NativeKeys(StoreOptions options, TimeProvider time, NativeKeyTable table)
    {
        _options = options;
        _time = time;
        _table = table;
        _began = time.GetTimestamp();
        foreach ((long number, UInt128 key, long seen) in table.All())
        {
            _from = Math.Max(_from, seen);
            _first = _order.Count == 0 ? number : _first;
            Add(key, _from);
        }
    }

    private long Now => _from + (long)_time.GetElapsedTime(_began).TotalSeconds;

    /// <summary>Marks the ticket as a duplicate, or takes its key as one of this commit's.</summary>
    public void Recognise(AppendTicket ticket)
    {
        if (ticket.Reading.NativeKey is not { } key)
        {
            return;
        }

        ForgetOld();
        if (_known.Contains(key))
        {
            ticket.Duplicate = true;
        }
        else if (!_fresh.TryAdd(key, ticket))
        {
            ticket.Duplicate = true;
            ticket.Original = _fresh[key];
        }
    }

    /// <summary>Writes this commit's keys, without those whose reading was refused, inside its transaction.</summary>
    public void Write()
    {
        long number = _first + _order.Count;
        long now = Now;
        foreach ((UInt128 key, AppendTicket ticket) in _fresh)
        {
            if (ticket.Refusal is null)
            {
                _table.Append(number++, key, now);
            }
        }

        if (_first > _cut)
        {
            _table.CutBefore(_first);
        }
    }

    public void Committed()
    {
        _cut = _first;
        long now = Now;
        foreach ((UInt128 key, AppendTicket ticket) in _fresh)
        {
            if (ticket.Refusal is null)
            {
                Add(key, now);
            }
        }

        _fresh.Clear();
    }

    public void RolledBack() => _fresh.Clear();

    private void Add(UInt128 key, long seen)
    {
        _known.Add(key);
        _order.Enqueue((key, seen));
        while (_order.Count > _options.DedupeMost)
        {
            ForgetFirst();
        }
    }

    private void ForgetOld()
    {
        long limit = Now - (long)_options.DedupeKeep.TotalSeconds;
        while (_order.TryPeek(out (UInt128 Key, long Seen) oldest) && oldest.Seen < limit)
        {
            ForgetFirst();
        }
    }

    private void ForgetFirst()
    {
        _known.Remove(_order.Dequeue().Key);
        _first++;
    }
}
