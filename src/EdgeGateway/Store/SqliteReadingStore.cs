using System.Collections.Concurrent;
using System.Diagnostics;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Media;
using EdgeGateway.Store.Retention;
using EdgeGateway.Store.Sqlite;
using EdgeGateway.Store.Writing;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Store;

/// <summary>
/// Readings, files and small facts in one folder on disk, in the format that <see cref="StoreSchema"/> describes.
/// Owns the folder and the writer's thread until it is disposed; disposal commits what still waits.
/// </summary>
public sealed class SqliteReadingStore : IReadingStore, IMediaStore, IGatewayMemory
{
    private readonly StoreFolder _folder;
    private readonly StoreTables _tables;
    private readonly StoreReaders _readers;
    private readonly CommittedState _committed;
    private readonly ConcurrentDictionary<string, string> _memory;
    private readonly Spool _spool;
    private readonly StoreMeter _meter;
    private readonly WriteQueue _queue;
    private readonly StoreWriter _writer;
    private readonly Housekeeper _housekeeper;
    private readonly Outlook _outlook;
    private int _disposed;

    private SqliteReadingStore(StoreOptions options, TimeProvider time, StoreFolder folder, StoreTables tables, RoomPlan plan, ILogger log)
    {
        _folder = folder;
        _tables = tables;
        _spool = new Spool(folder.Path);
        new SpoolCheck(_spool, tables, log).Run();
        _readers = new StoreReaders(() => StoreConnection.ForReading(folder.Database));
        _committed = new CommittedState(tables.Totals);
        _memory = new ConcurrentDictionary<string, string>(tables.Memory.All());
        _meter = new StoreMeter(time);
        _queue = new WriteQueue(options);
        var keys = new NativeKeys(options, time, tables.NativeKeys);
        var gauge = new RoomGauge(options, plan);
        var pace = new Pace(time, _meter.Inflow, Rates.Parse(_memory.GetValueOrDefault(Rates.Name)));
        _outlook = new Outlook(pace, new Forecaster(options, plan.Reserve), gauge, log);
        _meter.Observe(() => _outlook.Now(_committed.Totals));
        var housekeeping = new Housekeeping(options, tables, _spool, gauge, pace, time, log);
        _writer = new StoreWriter(_queue, tables, keys, _spool, _committed, housekeeping, _meter, log);
        _writer.Start();
        _housekeeper = new Housekeeper(_queue, housekeeping, _committed, _outlook, time);
    }

    /// <summary>Opens the store of a folder, or makes one. What a crash left is recovered before this returns.</summary>
    /// <param name="options">Where and how much.</param>
    /// <param name="time">Clock for the age of native keys.</param>
    /// <param name="random">Gives the epoch of a new store.</param>
    /// <param name="log">Where refusals and losses are told.</param>
    /// <exception cref="StoreOpenException">The store is in use, of a newer version, or the disk says no.</exception>
    public static SqliteReadingStore Open(StoreOptions options, TimeProvider time, Random random, ILogger<SqliteReadingStore> log)
    {
        StoreFolder folder = StoreFolder.Own(options.Folder);
        StoreConnection? connection = null;
        try
        {
            var plan = RoomPlan.For(options, options.Disk.Look(options.Folder));
            connection = StoreConnection.ForWriting(folder.Database, options.DatabaseMost, plan.LogPages);
            StoreSchema.Ensure(connection, random);
            FolderSync.Sync(folder.Path);
            var store = new SqliteReadingStore(options, time, folder, new StoreTables(connection, options.Gateway, time), plan, log);
            store.LogOpened(log);
            return store;
        }
        catch (Exception e)
        {
            connection?.Dispose();
            folder.Dispose();
            throw e as StoreOpenException ?? new StoreOpenException($"The store in {options.Folder} cannot be opened: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public ValueTask<Appended> AppendAsync(PendingReading reading, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)reading.Lane, (int)Lane.Telemetry);
        ct.ThrowIfCancellationRequested();
        CheckHashes(reading.Attachments);
        return _queue.Append(reading, ct);
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredReading> Read(Lane lane, long after, int most) => _readers.Read(lane, after, most);

    /// <inheritdoc/>
    public async Task WaitAsync(Lane lane, long after, CancellationToken ct)
    {
        // What arrived may be settled already; then only something newer counts, or the caller would spin.
        long passed = after;
        do
        {
            passed = await _committed.Gate(lane).PassAsync(passed, ct);
        }
        while (!_readers.Any(lane, after));
    }

    /// <inheritdoc/>
    public Task SettleAsync(IReadOnlyList<Settlement> settlements, CancellationToken ct) => Do(new SettleChore(settlements), ct);

    /// <inheritdoc/>
    public Task ReportLossAsync(Loss loss, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)loss.Lane, (int)Lane.Telemetry);
        ArgumentOutOfRangeException.ThrowIfLessThan(loss.Count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(loss.Count, 1_000_000_000);
        return Do(new ReportLossChore(loss), ct);
    }

    /// <inheritdoc/>
    public StoreStatus Status()
    {
        Totals totals = _committed.Totals;
        return totals.Report(_tables.Epochs, _readers.Oldest()) with { Forecast = _outlook.Now(totals) };
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredMedia> Pending(long after, int most) => _readers.Pending(after, most);

    /// <inheritdoc/>
    public Stream? Open(string sha256) => _spool.Open(sha256);

    /// <inheritdoc/>
    public Task ForgetAsync(IReadOnlyList<StoredMedia> delivered, CancellationToken ct) =>
        Do(new ForgetMediaChore(delivered, _spool), ct);

    /// <inheritdoc/>
    public string? Recall(string name) => _memory.GetValueOrDefault(name);

    /// <inheritdoc/>
    public Task RememberAsync(string name, string value, CancellationToken ct) => Do(new RememberChore(_memory, name, value), ct);

    /// <summary>Completes when what the store does of its own accord, dropping and telling of it, is done for now.</summary>
    public Task IdleAsync() => _housekeeper.Idle;

    /// <summary>Commits what waits, folds the log back, gives the folder free. Later calls throw <see cref="ObjectDisposedException"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _housekeeper.Dispose();
        await _writer.StopAsync();
        _committed.Close();
        _readers.Dispose();
        _tables.Dispose();
        _meter.Dispose();
        _folder.Dispose();
    }

    /// <remarks>The bytes were hashed at receipt; hashing them again here would cost more than storing the reading.</remarks>
    private static void CheckHashes(IReadOnlyList<Attachment> attachments)
    {
        for (int i = 0; i < attachments.Count; i++)
        {
            Attachment attachment = attachments[i];
            if (!Spool.IsHash(attachment.Sha256))
            {
                throw new ArgumentException($"'{attachment.Sha256}' is not a SHA-256 in 64 lower-case hex digits.", nameof(attachments));
            }

            Debug.Assert(attachment.Sha256 == Attachment.Of(attachment.Content, attachment.Type).Sha256, "Bytes and hash differ.");
        }
    }

    private Task Do(Chore chore, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return _queue.Do(chore);
    }

    private void LogOpened(ILogger log)
    {
        StoreStatus status = Status();
        StoreLog.Opened(log, _folder.Path, status.Epoch, status.SeqHead, status.Waiting.Sum(), status.MediaWaiting);
    }
}
