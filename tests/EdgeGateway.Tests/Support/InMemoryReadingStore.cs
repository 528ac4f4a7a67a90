using System.Collections.Concurrent;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;

namespace EdgeGateway.Tests.Support;

/// <summary>The store without a disk: every call is done when it returns. Passes the same contract as the real one.</summary>
public sealed class InMemoryReadingStore : IReadingStore, IPackedReader, IParkedReadings, IMediaStore, IGatewayMemory
{
    private readonly object _gate = new();
    private readonly SortedDictionary<long, (StoredReading Reading, DateTimeOffset Received, string? Parked)> _readings = [];
    private readonly SortedDictionary<long, StoredMedia> _media = [];
    private readonly Dictionary<string, byte[]> _files = [];
    private readonly List<string> _wanted = [];
    private readonly HashSet<UInt128> _keys = [];
    private readonly ConcurrentDictionary<string, string> _memory = new();
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _seq;
    private long _mediaPosition;

    public string Epoch { get; init; } = "00c0ffee";

    public string Gateway { get; init; } = "gw-test";

    /// <summary>Epochs that ended before this one began, oldest first.</summary>
    public IReadOnlyList<StoreEpoch> Ended { get; init; } = [];

    /// <summary>Set to make every settlement fail with it.</summary>
    public Exception? SettleRefusal { get; set; }

    /// <summary>Set to make every append fail with it.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>All readings that are not forgotten and not parked, by position.</summary>
    public IReadOnlyList<StoredReading> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _readings.Values.Where(static row => row.Parked is null).Select(static row => row.Reading)];
            }
        }
    }

    public ValueTask<Appended> AppendAsync(PendingReading reading, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)reading.Lane, (int)Lane.Telemetry);
        ct.ThrowIfCancellationRequested();
        if (Refusal is { } refusal)
        {
            return ValueTask.FromException<Appended>(refusal);
        }

        lock (_gate)
        {
            if (reading.NativeKey is { } key && !_keys.Add(key))
            {
                return ValueTask.FromResult(new Appended("", 0, true));
            }

            long seq = ++_seq;
            byte[] payload = ReadingEnvelope.Compose(Gateway, Epoch, seq, reading.Tail.Span);
            var stored = new StoredReading(Base + seq, Epoch, seq, reading.Lane, reading.Device, reading.Kind, payload) { Received = reading.Received };
            _readings.Add(Base + seq, (stored, reading.Received, null));
            KeepFiles(reading.Attachments);
            Wake();
            return ValueTask.FromResult(new Appended(Epoch, seq, false));
        }
    }

    public IReadOnlyList<StoredReading> Read(Lane lane, long after, int most)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)lane, (int)Lane.Telemetry);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return [.. All.Where(reading => reading.Lane == lane && reading.Position > after).Take(most)];
    }

    public bool ReadInto(Lane lane, long after, long upTo, PayloadTaker take) =>
        All.Where(reading => reading.Lane == lane && reading.Position > after && reading.Position <= upTo).All(reading => take(reading.Position, reading.Payload.Span));

    public long? PositionBehind(Lane lane, long after, int count) =>
        Read(lane, after, int.MaxValue).Skip(count - 1).Select(static reading => (long?)reading.Position).FirstOrDefault();

    public Task<IReadOnlyList<ReturnedReading>> ReturnAsync(ParkedFilter filter, long after, int most, CancellationToken ct)
    {
        lock (_gate)
        {
            var returned = _readings.Values
                .Where(row => row.Parked is { } why && row.Reading.Position > after && why.Contains(filter.Why, StringComparison.Ordinal))
                .Where(row => filter.Device.Length == 0 || row.Reading.Device == filter.Device)
                .Take(most).ToList();
            returned.ForEach(row => Set(row.Reading.Position, row with { Parked = null }));
            Wake();
            return Task.FromResult<IReadOnlyList<ReturnedReading>>([.. returned.Select(static row => new ReturnedReading(row.Reading.Lane, row.Reading.Position))]);
        }
    }

    public async Task WaitAsync(Lane lane, long after, CancellationToken ct)
    {
        while (true)
        {
            Task arrived;
            lock (_gate)
            {
                arrived = _arrived.Task;
            }

            bool there = lane == Lane.Media ? Pending(after, 1).Count > 0 : Read(lane, after, 1).Count > 0;
            if (there)
            {
                return;
            }

            await arrived.WaitAsync(ct);
        }
    }

    public Task SettleAsync(IReadOnlyList<Settlement> settlements, CancellationToken ct)
    {
        if (SettleRefusal is { } refusal)
        {
            return Task.FromException(refusal);
        }

        lock (_gate)
        {
            foreach (Settlement settlement in settlements)
            {
                Settle(settlement);
            }
        }

        return Task.CompletedTask;
    }

    public StoreStatus Status()
    {
        lock (_gate)
        {
            var waiting = _readings.Values.Where(static row => row.Parked is null).ToList();
            return new StoreStatus
            {
                Epoch = Epoch,
                Epochs = [.. Ended, new StoreEpoch(Epoch, Base, null)],
                SeqHead = _seq,
                Waiting = [.. Enumerable.Range(0, 3).Select(lane => waiting.LongCount(row => (int)row.Reading.Lane == lane))],
                Parked = _readings.Count - waiting.Count,
                MediaWaiting = _media.Count,
                MediaBytes = _media.Values.Sum(static media => media.Bytes),
                Oldest = waiting.Count == 0 ? null : waiting.Min(static row => row.Received),
            };
        }
    }

    public IReadOnlyList<StoredMedia> Pending(long after, int most)
    {
        lock (_gate)
        {
            return [.. _media.Values.Where(media => media.Position > after).Take(most)];
        }
    }

    public IReadOnlyList<StoredMedia> Wanted(int most)
    {
        lock (_gate)
        {
            return [.. _wanted.Select(hash => _media.Values.FirstOrDefault(media => media.Sha256 == hash)).OfType<StoredMedia>().Take(most)];
        }
    }

    public Task<bool> WantAsync(string sha256, CancellationToken ct)
    {
        lock (_gate)
        {
            bool found = _media.Values.Any(media => media.Sha256 == sha256);
            if (found && !_wanted.Contains(sha256))
            {
                _wanted.Add(sha256);
            }

            return Task.FromResult(found);
        }
    }

    public Task TakenAsync(StoredMedia file, int parts, CancellationToken ct)
    {
        lock (_gate)
        {
            if (_media.TryGetValue(file.Position, out StoredMedia? media) && media.Sha256 == file.Sha256)
            {
                _media[file.Position] = media with { Taken = Math.Max(media.Taken, parts) };
            }
        }

        return Task.CompletedTask;
    }

    public Stream? Open(string sha256)
    {
        lock (_gate)
        {
            return _files.TryGetValue(sha256, out byte[]? bytes) ? new MemoryStream(bytes, writable: false) : null;
        }
    }

    public Task ForgetAsync(IReadOnlyList<StoredMedia> delivered, CancellationToken ct)
    {
        lock (_gate)
        {
            foreach (StoredMedia media in delivered.Where(media => _media.Remove(media.Position)))
            {
                _files.Remove(media.Sha256);
            }
        }

        return Task.CompletedTask;
    }

    public string? Recall(string name) => _memory.GetValueOrDefault(name);

    public Task RememberAsync(string name, string value, CancellationToken ct)
    {
        _memory[name] = value;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Puts a reading of an ended epoch where a start would have found it.</summary>
    public void PutEnded(string epoch, long seq, Lane lane, string device)
    {
        lock (_gate)
        {
            long position = Ended.Single(ended => ended.Epoch == epoch).Base + seq;
            byte[] payload = ReadingEnvelope.Compose(Gateway, epoch, seq, "\"old\":true}"u8);
            _readings.Add(position, (new StoredReading(position, epoch, seq, lane, device, "plate.read", payload), DateTimeOffset.UnixEpoch, null));
        }
    }

    private long Base => Ended.Count == 0 ? 0 : Ended[^1].Base + Ended[^1].Head!.Value;

    private void Settle(Settlement settlement)
    {
        foreach (long position in _readings.Keys.Where(at => at >= settlement.Position && at <= settlement.Last).ToList())
        {
            if (_readings[position] is not { Parked: null } row)
            {
                continue;
            }

            _ = settlement.Parked is null ? _readings.Remove(position) : Set(position, row with { Parked = settlement.Parked });
        }
    }

    private bool Set(long position, (StoredReading Reading, DateTimeOffset Received, string? Parked) row)
    {
        _readings[position] = row;
        return true;
    }

    private void KeepFiles(IReadOnlyList<Attachment> attachments)
    {
        foreach (Attachment attachment in attachments)
        {
            if (_files.TryAdd(attachment.Sha256, attachment.Content.ToArray()))
            {
                _media.Add(++_mediaPosition, new StoredMedia(_mediaPosition, attachment.Sha256, attachment.Type, attachment.Content.Length));
            }
        }
    }

    private void Wake()
    {
        _arrived.SetResult();
        _arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
