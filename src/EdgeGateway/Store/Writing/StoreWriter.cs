using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Store.Media;
using EdgeGateway.Store.Sqlite;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Store.Writing;

/// <summary>
/// The one thread that changes the store. Takes whatever waits, makes its files durable, commits all of it at once,
/// then tells everybody. A disk that refuses costs those who wait now, and nothing else.
/// </summary>
internal sealed class StoreWriter
{
    private readonly WriteQueue _queue;
    private readonly StoreTables _tables;
    private readonly NativeKeys _keys;
    private readonly StagedMedia _media;
    private readonly CommittedState _committed;
    private readonly StoreMeter _meter;
    private readonly RefusalEpisode _episode;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StoreWriter(WriteQueue queue, StoreTables tables, NativeKeys keys, Spool spool, CommittedState committed, StoreMeter meter, ILogger log)
    {
        _queue = queue;
        _tables = tables;
        _keys = keys;
        _media = new StagedMedia(spool, tables.Media);
        _committed = committed;
        _meter = meter;
        _episode = new RefusalEpisode(log);
    }

    public void Start() => new Thread(Loop) { IsBackground = true, Name = "store writer" }.Start();

    /// <summary>Commits what waits and ends.</summary>
    public Task StopAsync()
    {
        _queue.Close();
        return _ended.Task;
    }

    private void Loop()
    {
        var batch = new WriteBatch();
        while (_queue.Take(batch))
        {
            long started = _meter.Now;
            Commit(batch);
            _meter.Committed(batch, started);
            batch.Complete(_tables.Epoch);
        }

        _ended.SetResult();
    }

    private void Commit(WriteBatch batch)
    {
        try
        {
            Stage(batch.Appends);
            _tables.Transact(totals => Write(batch, totals));
            _keys.Committed();
            _episode.Over();
        }
        catch (Exception e)
        {
            _keys.RolledBack();
            Refuse(batch, e);
        }

        _media.Settle();
        AfterCommit(batch);
    }

    private void Stage(List<AppendTicket> appends)
    {
        foreach (AppendTicket append in appends)
        {
            _keys.Recognise(append);
            if (!append.Duplicate && append.Reading.Attachments.Count > 0)
            {
                _media.Write(append.Reading.Attachments);
            }
        }

        _media.Sync();
        foreach (AppendTicket append in appends)
        {
            RefuseWithoutFiles(append);
        }
    }

    private void RefuseWithoutFiles(AppendTicket append)
    {
        if (append.Original is { } original)
        {
            append.Refusal = original.Refusal;
        }
        else if (!append.Duplicate && append.Reading.Attachments.Count > 0 && _media.Refusal(append.Reading.Attachments) is { } failure)
        {
            append.Refusal = _episode.Begin("A file of the reading could not be written", failure);
        }
    }

    private void Write(WriteBatch batch, Totals totals)
    {
        WriteChores(batch, totals);
        foreach (AppendTicket append in batch.Appends)
        {
            if (append.Refusal is null && !append.Duplicate)
            {
                append.Seq = _tables.Readings.Insert(append.Reading, totals);
                foreach (var attachment in append.Reading.Attachments)
                {
                    _tables.Media.Add(attachment.Sha256, attachment.Type, attachment.Content.Length, totals);
                }
            }
        }

        _keys.Write();
    }

    /// <remarks>First, because what they free makes room for what is appended.</remarks>
    private void WriteChores(WriteBatch batch, Totals totals)
    {
        foreach (Chore chore in batch.Chores)
        {
            chore.Write(_tables, totals);
        }
    }

    /// <summary>The appends are refused; the chores get a second try alone, for on a full disk they are what makes room.</summary>
    private void Refuse(WriteBatch batch, Exception failure)
    {
        StoreRefusedException refusal = _episode.Begin("The disk did not take the commit", failure);
        foreach (AppendTicket append in batch.Appends)
        {
            bool safe = append.Duplicate && append.Original is null;
            append.Refusal = safe ? null : refusal;
        }

        try
        {
            if (batch.Chores.Count > 0)
            {
                _tables.Transact(totals => WriteChores(batch, totals));
            }
        }
        catch (Exception e)
        {
            StoreRefusedException refused = _episode.Begin("The disk did not take the commit", e);
            batch.Chores.ForEach(chore => chore.Refusal = refused);
        }
    }

    private void AfterCommit(WriteBatch batch)
    {
        foreach (Chore chore in batch.Chores)
        {
            if (chore.Refusal is null)
            {
                chore.Committed(_tables);
            }
        }

        _committed.Publish(_tables.Totals);
    }
}
