namespace EdgeGateway.Store.Writing;

/// <summary>What waits for the writer, in call order.</summary>
internal sealed class WriteQueue(StoreOptions options)
{
    private readonly object _gate = new();
    private readonly TicketPool _pool = new();
    private readonly Queue<AppendTicket> _appends = new();
    private readonly List<Chore> _chores = [];
    private long _bytes;
    private bool _idle;
    private bool _closed;

    /// <summary>
    /// Queues the append. While there is room its outcome is the commit's; beyond that the caller stands at the door,
    /// keeps its place, and may still give up.
    /// </summary>
    public ValueTask<Appended> Append(PendingReading reading, CancellationToken ct)
    {
        AppendTicket ticket = _pool.Rent();
        ticket.Fill(reading);
        ValueTask<Appended> outcome = ticket.Outcome;
        bool full;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteReadingStore));
            full = _appends.Count >= options.WaitingReadings || _bytes >= options.WaitingBytes;
            if (full && ct.CanBeCanceled)
            {
                ticket.CancelBy(ct);
            }

            _bytes += ticket.Bytes;
            _appends.Enqueue(ticket);
            Wake();
        }

        return outcome;
    }

    public Task Do(Chore chore)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteReadingStore));
            _chores.Add(chore);
            Wake();
        }

        return chore.Done;
    }

    /// <summary>Waits for work.</summary>
    /// <returns>False when the queue is closed and empty.</returns>
    public bool Take(WriteBatch batch)
    {
        lock (_gate)
        {
            while (_appends.Count == 0 && _chores.Count == 0)
            {
                if (_closed)
                {
                    return false;
                }

                _idle = true;
                Monitor.Wait(_gate);
                _idle = false;
            }

            batch.Chores.AddRange(_chores);
            _chores.Clear();
            TakeAppends(batch.Appends);
            return true;
        }
    }

    /// <summary>Takes no more; what waits is still committed.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Wake();
        }
    }

    private void TakeAppends(List<AppendTicket> batch)
    {
        long bytes = 0;
        while (batch.Count < options.CommitReadings && bytes < options.CommitBytes && _appends.TryDequeue(out AppendTicket? ticket))
        {
            _bytes -= ticket.Bytes;
            if (ticket.Take())
            {
                bytes += ticket.Bytes;
                batch.Add(ticket);
            }
        }
    }

    private void Wake()
    {
        if (_idle)
        {
            Monitor.Pulse(_gate);
        }
    }
}
