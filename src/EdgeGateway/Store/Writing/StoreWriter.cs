using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Media;
using EdgeGateway.Store.Retention;
using EdgeGateway.Store.Recovery;
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
    private readonly SyncCrew _crew = new();
    private readonly BatchFiles _media;
    private readonly CommittedState _committed;
    private readonly Housekeeping _housekeeping;
    private readonly DamageNotice _damage;
    private readonly StoreMeter _meter;
    private readonly ILogger _log;
    private readonly RefusalEpisode _commits;
    private readonly RefusalEpisode _lanes;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StoreWriter(WriteQueue queue, StoreTables tables, NativeKeys keys, Spool spool, CommittedState committed, Housekeeping housekeeping, DamageNotice damage, StoreMeter meter, ILogger log)
    {
        _queue = queue;
        _tables = tables;
        _keys = keys;
        _media = new BatchFiles(new StagedMedia(spool, _crew, tables.Media), housekeeping, tables, log);
        _committed = committed;
        _housekeeping = housekeeping;
        _damage = damage;
        _meter = meter;
        _log = log;
        _commits = new RefusalEpisode("the disk does not take a commit", log);
        _lanes = new RefusalEpisode("a lane refuses what is new", log);
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

        _crew.Dispose();
        _ended.SetResult();
    }

    private void Commit(WriteBatch batch)
    {
        try
        {
            EndDoubt();
            Stage(batch.Appends);
            WriteAll(batch);
            _keys.Committed();
            _commits.Over();
        }
        catch (Exception e)
        {
            _keys.RolledBack();
            if (DamageNotice.Is(e))
            {
                _damage.Declare("database", e);
            }

            Refuse(batch, e);
        }

        Tidy(batch);
        _committed.Publish(_tables.Totals);
    }

    /// <summary>Lack of room is met once by making some: who goes then is decided by lane, not by who comes late.</summary>
    private void WriteAll(WriteBatch batch)
    {
        try
        {
            _tables.Transact(totals => Write(batch, totals));
        }
        catch (Exception e) when (_housekeeping.MakeRoomAfter(e, BytesOf(batch), batch.Appends.Exists(IsAlarm), BatchFiles.HashesOf(batch.Appends)))
        {
            _tables.Transact(totals => Write(batch, totals));
        }
    }

    private static long BytesOf(WriteBatch batch) => (64 << 10) + (2 * batch.Appends.Sum(static append => append.Bytes));

    private static bool IsAlarm(AppendTicket append) => append.Reading.Lane == Lane.Alarm;

    /// <summary>
    /// While a failed commit is in doubt its files stay, for its rows may come back at a restart, and nothing is added to
    /// them. A commit of nothing that succeeds takes its place in the log.
    /// </summary>
    private void EndDoubt()
    {
        if (_tables.InDoubt)
        {
            _tables.Transact(static _ => { });
            Try(_media.Settle);
        }
    }

    private void Stage(List<AppendTicket> appends)
    {
        appends.ForEach(_keys.Recognise);
        _media.Stage(appends);
        foreach (AppendTicket append in appends)
        {
            if (append.Original is { } original)
            {
                append.Refusal = original.Refusal;
            }
            else if (!append.Duplicate)
            {
                CheckRoom(append);
            }
        }
    }

    private void CheckRoom(AppendTicket append) => append.Refusal = _housekeeping.Refuses(append.Reading.Lane)
        ? _lanes.Begin(new IOException("its quota, or the disk, is full, and what is there is to be kept"))
        : _media.Refusal(append);

    private void Write(WriteBatch batch, Totals totals)
    {
        WriteChores(batch, totals);
        foreach (AppendTicket append in batch.Appends)
        {
            if (append.Refusal is null && !append.Duplicate)
            {
                append.Seq = _tables.Readings.Insert(append.Reading, totals);
                _media.Write(append, totals);
                if (append.Reading.Parcel is { } parcel)
                {
                    _tables.Parcels.Apply(parcel, totals);
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
        StoreRefusedException refusal = _commits.Begin(failure);
        foreach (AppendTicket append in batch.Appends)
        {
            bool safe = append.Duplicate && append.Original is null;
            append.Refusal = safe ? null : refusal;
        }

        batch.Chores.ForEach(WriteAlone);
    }

    /// <remarks>Each by itself: one that takes room must not hold up one that makes it.</remarks>
    private void WriteAlone(Chore chore)
    {
        try
        {
            _tables.Transact(totals => chore.Write(_tables, totals));
        }
        catch (Exception e)
        {
            chore.Refusal = _commits.Begin(e);
        }
    }

    /// <remarks>What was committed stays so, whatever happens here; and nothing may end this thread.</remarks>
    private void Tidy(WriteBatch batch)
    {
        foreach (Chore chore in batch.Chores.Where(static chore => chore.Refusal is null))
        {
            Try(() => chore.Committed(_tables));
        }

        if (!_tables.InDoubt)
        {
            Try(_media.Settle);
        }
    }

    private void Try(Action tidying)
    {
        try
        {
            tidying();
        }
        catch (Exception e)
        {
            StoreLog.Untidy(_log, e);
        }
    }
}
