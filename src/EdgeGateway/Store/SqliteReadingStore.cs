using System.Collections.Concurrent;
using System.Diagnostics;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Media;
using EdgeGateway.Store.Parcels;
using EdgeGateway.Store.Retention;
using EdgeGateway.Store.Recovery;
using EdgeGateway.Store.Sqlite;
using EdgeGateway.Store.Writing;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Store;

/// <summary>
/// Readings, files and small facts in one folder on disk, in the format that <see cref="StoreSchema"/> describes.
/// Owns the folder and the writer's thread until it is disposed; disposal commits what still waits.
/// </summary>
public sealed class SqliteReadingStore : IReadingStore, IPackedReader, IParkedReadings, IMediaStore, IMediaIndex, IGapLedger, IGatewayMemory
{
    private readonly StoreFolder _folder;
    private readonly StoreTables _tables;
    private readonly StoreReaders _readers;
    private readonly CommittedState _committed;
    private readonly ConcurrentDictionary<string, string> _memory;
    private readonly Spool _spool;
    private readonly DamageNotice _damage;
    private readonly StoreMeter _meter;
    private readonly OwnReadings _own;
    private readonly Patrol _patrol;
    private readonly CancellationTokenSource _patrolStop = new();
    private readonly Task _patrolling;
    private readonly ILogger _log;
    private readonly WriteQueue _queue;
    private readonly StoreWriter _writer;
    private readonly Housekeeper _housekeeper;
    private readonly Outlook _outlook;
    private int _disposed;

    private SqliteReadingStore(StoreOptions options, TimeProvider time, StoreFolder folder, OpenedStore opened, RoomPlan plan, ILogger log)
    {
        _folder = folder;
        _tables = opened.Tables;
        _spool = opened.Spool;
        _damage = new DamageNotice(folder.Path, log);
        _readers = new StoreReaders(() => StoreConnection.ForReading(folder.Database), _damage);
        _committed = new CommittedState(_tables.Totals);
        _memory = new ConcurrentDictionary<string, string>(opened.Memory);
        _meter = new StoreMeter(time);
        _queue = new WriteQueue(options);
        var gauge = new RoomGauge(options, plan);
        var pace = new Pace(time, _meter.Inflow, Rates.Parse(_memory.GetValueOrDefault(Rates.Name)));
        _outlook = new Outlook(pace, new Forecaster(options, plan.Reserve), gauge, log);
        _meter.Observe(() => _outlook.Now(_committed.Totals));
        var housekeeping = new Housekeeping(options, _tables, _spool, gauge, pace, time, log);
        _writer = new StoreWriter(_queue, _tables, opened.Keys, _spool, _committed, housekeeping, _damage, _meter, log);
        _writer.Start();
        _housekeeper = new Housekeeper(_queue, housekeeping, _committed, _outlook, time);
        _log = log;
        Parcels = new KeptParcels(chore => Do(chore, CancellationToken.None), () => StoreConnection.ForReading(folder.Database), _damage);
        _own = new OwnReadings(options, time);
        _patrol = new Patrol(options, () => StoreConnection.ForReading(folder.Database), _damage, CheckFile, time, log);
        _patrolling = _patrol.RunAsync(_patrolStop.Token);
    }

    /// <summary>
    /// Completes with the cause when damage was found in the open store. From then on appends are refused; whoever owns
    /// the store disposes it and opens it again, and the opening salvages.
    /// </summary>
    public Task<string> Damaged => _damage.Damaged;

    /// <summary>Records of parcels that are being joined.</summary>
    public IParcelRecords Parcels { get; }

    /// <summary>Opens the store of a folder, or makes one. What a crash left is recovered before this returns.</summary>
    /// <param name="options">Where and how much.</param>
    /// <param name="time">Clock for the age of native keys.</param>
    /// <param name="random">Gives the epoch of a new store.</param>
    /// <param name="log">Where refusals and losses are told.</param>
    /// <exception cref="StoreOpenException">The store is in use, of a newer version, or the disk says no.</exception>
    public static SqliteReadingStore Open(StoreOptions options, TimeProvider time, Random random, ILogger<SqliteReadingStore> log)
    {
        StoreFolder folder = StoreFolder.Own(options.Folder);
        OpenedStore? opened = null;
        try
        {
            var plan = RoomPlan.For(options, options.Disk.Look(options.Folder));
            opened = new StoreOpening(options, folder, time, random, log).Open();
            var store = new SqliteReadingStore(options, time, folder, opened, plan, log);
            store.LogOpened(log);
            return store;
        }
        catch (Exception e)
        {
            opened?.Tables.Dispose();
            folder.Dispose();
            throw e as StoreOpenException ?? StoreOpenException.Of(options.Folder, e);
        }
    }

    /// <summary>Walks over all rows and files now, without pauses; what it finds completes <see cref="Damaged"/>.</summary>
    /// <returns>Rows and files looked at.</returns>
    public Task<(long Rows, long Files)> CheckAsync(CancellationToken ct) => _patrol.RoundAsync(TimeSpan.Zero, ct);

    /// <inheritdoc/>
    public ValueTask<Appended> AppendAsync(PendingReading reading, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)reading.Lane, (int)Lane.Telemetry);
        ct.ThrowIfCancellationRequested();
        CheckHashes(reading.Attachments);
        if (_damage.Declared)
        {
            return ValueTask.FromException<Appended>(Refusal());
        }

        return _queue.Append(reading, ct);
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredReading> Read(Lane lane, long after, int most) => _readers.Read(lane, after, most);

    /// <inheritdoc/>
    public bool ReadInto(Lane lane, long after, long upTo, PayloadTaker take) => _readers.ReadInto(lane, after, upTo, take);

    /// <inheritdoc/>
    public long? PositionBehind(Lane lane, long after, int count) => _readers.PositionBehind(lane, after, count);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReturnedReading>> ReturnAsync(ParkedFilter filter, long after, int most, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var chore = new ReturnChore(filter, after, most);
        await Do(chore, ct);
        return chore.Returned;
    }

    /// <inheritdoc/>
    public async Task WaitAsync(Lane lane, long after, CancellationToken ct)
    {
        // What arrived may be settled already; then only something newer counts, or the caller would spin.
        long passed = after;
        do
        {
            passed = await _committed.Gate(lane).PassAsync(passed, ct);
        }
        while (_damage.Declared ? await NeverAsync(lane, ct) : !_readers.Any(lane, after));
    }

    /// <remarks>What waits in a damaged store may be what cannot be read: whoever asked again at once would spin.</remarks>
    private async Task<bool> NeverAsync(Lane lane, CancellationToken ct) =>
        await _committed.Gate(lane).PassAsync(long.MaxValue, ct) < 0;

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
    public IReadOnlyList<StoredMedia> Wanted(int most) => _readers.Wanted(most);

    /// <inheritdoc/>
    public StoredMedia? Find(string sha256) => _readers.Find(sha256);

    /// <inheritdoc/>
    public async Task<bool> WantAsync(string sha256, CancellationToken ct)
    {
        if (!Spool.IsHash(sha256))
        {
            return false;
        }

        var want = new WantMediaChore(sha256);
        await Do(want, ct).ConfigureAwait(false);
        return want.Found;
    }

    /// <inheritdoc/>
    public Task TakenAsync(StoredMedia file, int parts, CancellationToken ct) => Do(new TakenMediaChore(file, parts), ct);

    /// <inheritdoc/>
    public Stream? Open(string sha256) => CheckFile(sha256) ? _spool.Open(sha256) : null;

    /// <inheritdoc/>
    public Task ForgetAsync(IReadOnlyList<StoredMedia> delivered, CancellationToken ct) =>
        Do(new ForgetMediaChore(delivered, _spool), ct);

    /// <inheritdoc/>
    public IReadOnlyList<(long First, long Last)> Absent(string epoch, long first, long last) => _readers.Absent(epoch, first, last);

    /// <inheritdoc/>
    public Task StatedAsync(string epoch, long upTo, CancellationToken ct) => Do(new StatedChore(epoch, upTo), ct);

    /// <inheritdoc/>
    public Task AnswerForgottenAsync(string epoch, long first, long last, CancellationToken ct) => Do(new AnswerForgottenChore(epoch, first, last), ct);

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
        await _patrolStop.CancelAsync();
        await _patrolling;
        await _writer.StopAsync();
        _committed.Close();
        _readers.Dispose();
        if (_damage.Declared)
        {
            _tables.KeepLog();
        }

        _tables.Dispose();
        _meter.Dispose();
        _folder.Dispose();
        _patrolStop.Dispose();
    }

    private bool CheckFile(string sha256)
    {
        if (_spool.Sound(sha256))
        {
            return true;
        }

        StoreLog.PictureDamaged(_log, sha256);
        _ = _queue.Do(new LostMediaChore(sha256, _spool, _own));
        return false;
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

    private static StoreRefusedException Refusal() => new("the store is damaged and is being started anew");

    private Task Do(Chore chore, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return _damage.Declared ? Task.FromException(Refusal()) : _queue.Do(chore);
    }

    private void LogOpened(ILogger log)
    {
        StoreStatus status = Status();
        StoreLog.Opened(log, _folder.Path, status.Epoch, status.SeqHead, status.Waiting.Sum(), status.MediaWaiting);
    }
}
