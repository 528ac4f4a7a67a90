using System.Collections.Concurrent;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;

namespace EdgeGateway.Tests.Support;

/// <summary>The store without a disk: every call is done when it returns. Passes the same contract as the real one.</summary>
public sealed class InMemoryReadingStore : IReadingStore, IPackedReader, IParkedReadings, IMediaStore, IMediaIndex, IGatewayMemory
{
    private readonly object _gate = new();
    private readonly SortedDictionary<long, (StoredReading Reading, DateTimeOffset Received, string? Parked)> _readings = [];
    private readonly SortedDictionary<long, StoredMedia> _media = [];
    private readonly Dictionary<string, byte[]> _files = [];
    private readonly List<string> _wanted = [];
    private readonly HashSet<UInt128> _keys = [];
    private readonly Dictionary<(string, Lane, string), GapBody> _gaps = [];
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

    /// <summary>Set to make every forgetting of files fail with it.</summary>
    public Exception? ForgetRefusal { get; set; }

    /// <summary>Set to make every append fail with it.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>With <see cref="Refusal"/>: the one lane that is refused; null for all.</summary>
    public Lane? RefusedLane { get; set; }

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
        if (Refusal is { } refusal && reading.Lane == (RefusedLane ?? reading.Lane))
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
            returned.ForEach(row => _readings[row.Reading.Position] = row with { Parked = null });
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

    public Task ReportLossAsync(Loss loss, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)loss.Lane, (int)Lane.Telemetry);
        ArgumentOutOfRangeException.ThrowIfLessThan(loss.Count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(loss.Count, 1_000_000_000);
        if (Refusal is { } refusal)
        {
            return Task.FromException(refusal);
        }

        lock (_gate)
        {
            Losses.Add(loss);
            Gather(loss.Device, loss.Lane, _seq + 1, _seq + loss.Count, loss.Cause, loss.Note);
            _seq += loss.Count;
        }

        return Task.CompletedTask;
    }

    /// <summary>What was reported so far.</summary>
    public List<Loss> Losses { get; } = [];

    /// <summary>Gaps that gathered become readings.</summary>
    public void TellGaps()
    {
        List<GapBody> gaps;
        lock (_gate)
        {
            gaps = [.. _gaps.Values];
            _gaps.Clear();
        }

        foreach (GapBody gap in gaps)
        {
            _ = AppendAsync(new PendingReading { Lane = Lane.Event, Device = gap.Device, Kind = gap.Kind, Received = default, Tail = TailOf(gap) }, default);
        }
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
                Bytes = [.. Enumerable.Range(0, 3).Select(lane => waiting.Where(row => (int)row.Reading.Lane == lane).Sum(static row => (long)row.Reading.Payload.Length))],
                Parked = _readings.Count - waiting.Count,
                ParkedBytes = _readings.Values.Where(static row => row.Parked is not null).Sum(static row => (long)row.Reading.Payload.Length),
                MediaWaiting = _media.Values.Count(static media => !media.OnDemand),
                MediaBytes = _media.Values.Where(static media => !media.OnDemand).Sum(static media => media.Bytes),
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

    public StoredMedia? Find(string sha256)
    {
        lock (_gate)
        {
            return _media.Values.FirstOrDefault(media => media.Sha256 == sha256);
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
        if (ForgetRefusal is { } refusal)
        {
            return Task.FromException(refusal);
        }

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

            if (settlement.Parked is { } why)
            {
                _readings[position] = row with { Parked = why };
                Gather(row.Reading.Device, row.Reading.Lane, row.Reading.Seq, row.Reading.Seq, GapCauses.Parked, why);
            }
            else
            {
                _readings.Remove(position);
            }
        }
    }

    private static byte[] TailOf(GapBody gap) => System.Text.Encoding.UTF8.GetBytes(
        $"\"data\":{System.Text.Json.JsonSerializer.Serialize(gap, BodyJson.Default.GapBody)}}}");

    private void Gather(string device, Lane lane, long from, long to, string cause, string? note)
    {
        var key = (device, lane, cause);
        GapBody gap = new()
        {
            Device = device, Lane = LaneNames.Of(lane), Epoch = Epoch, FromSeq = from, ToSeq = to, Count = to - from + 1, Cause = cause, Note = note,
        };
        _gaps[key] = _gaps.TryGetValue(key, out GapBody? known)
            ? known with { FromSeq = Math.Min(known.FromSeq, from), ToSeq = Math.Max(known.ToSeq, to), Count = known.Count + gap.Count }
            : gap;
    }

    private void KeepFiles(IReadOnlyList<Attachment> attachments)
    {
        foreach (Attachment attachment in attachments)
        {
            if (_files.TryAdd(attachment.Sha256, attachment.Content.ToArray()))
            {
                _media.Add(++_mediaPosition, new StoredMedia(_mediaPosition, attachment.Sha256, attachment.Type, attachment.Content.Length, OnDemand: attachment.OnDemand));
            }
        }
    }

    private void Wake()
    {
        _arrived.SetResult();
        _arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
