using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Writing;

/// <summary>
/// The devices' own identifiers that are safe on disk, newest last, in memory and in step with their table.
/// What a commit adds is known only once it is committed.
/// </summary>
internal sealed class NativeKeys
{
    private readonly StoreOptions _options;
    private readonly TimeProvider _time;
    private readonly NativeKeyTable _table;
    private readonly HashSet<UInt128> _known = [];
    private readonly Queue<(UInt128 Key, DateTimeOffset Seen)> _order = new();
    private readonly Dictionary<UInt128, AppendTicket> _fresh = [];
    private long _first = 1;
    private long _cut = 1;

    public NativeKeys(StoreOptions options, TimeProvider time, NativeKeyTable table)
    {
        _options = options;
        _time = time;
        _table = table;
        foreach ((long number, UInt128 key, DateTimeOffset seen) in table.All())
        {
            _first = _order.Count == 0 ? number : _first;
            Add(key, seen);
        }
    }

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
        DateTimeOffset now = _time.GetUtcNow();
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
        DateTimeOffset now = _time.GetUtcNow();
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

    private void Add(UInt128 key, DateTimeOffset seen)
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
        DateTimeOffset limit = _time.GetUtcNow() - _options.DedupeKeep;
        while (_order.TryPeek(out (UInt128 Key, DateTimeOffset Seen) oldest) && oldest.Seen < limit)
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
