using System.Globalization;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Store;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>The platform's hand on the backfill (command <c>uplink.pace</c>), for all lanes together; remembered over restarts.</summary>
public sealed class BackfillPace
{
    /// <summary>Longest order; a clock that was wrong must not stop the backfill for years.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private const string Name = "uplink.backfill.pace";

    private readonly IGatewayMemory _memory;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private PaceState _state;
    private long? _endsAt;
    private long _nextAt;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BackfillPace(IGatewayMemory memory, TimeProvider time)
    {
        (_memory, _time) = (memory, time);
        _state = Parse(memory.Recall(Name));
        Apply(_state);
    }

    /// <summary>What is in force now.</summary>
    public PaceState Now
    {
        get
        {
            lock (_gate)
            {
                return Current();
            }
        }
    }

    /// <summary>Most readings in one message, so that a slow pace does not come in lumps of many seconds.</summary>
    public int MostAtOnce => Now is { Speed: BackfillSpeed.Slow } slow ? Math.Min(slow.ReadingsPerSecond, BatchWriter.MostReadings) : BatchWriter.MostReadings;

    /// <summary>Takes effect at once; completes when it is on disk.</summary>
    /// <param name="speed">How fast.</param>
    /// <param name="readingsPerSecond">From 1; only for <see cref="BackfillSpeed.Slow"/>.</param>
    /// <param name="span">How long, at most <see cref="Longest"/>; null until the next order.</param>
    /// <param name="ct">Stops the note on disk.</param>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">In force, but not remembered: the disk refuses.</exception>
    public async Task SetAsync(BackfillSpeed speed, int readingsPerSecond, TimeSpan? span, CancellationToken ct)
    {
        if (speed == BackfillSpeed.Slow)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(readingsPerSecond, 1);
        }

        var state = new PaceState(speed, speed == BackfillSpeed.Slow ? readingsPerSecond : 0, _time.GetUtcNow() + span);
        Apply(state);
        await _memory.RememberAsync(Name, Text(state), ct).ConfigureAwait(false);
    }

    /// <summary>Completes when so many readings may go.</summary>
    public async ValueTask SpendAsync(int readings, CancellationToken ct)
    {
        while (Wait(readings) is var (changed, wait))
        {
            using var both = CancellationTokenSource.CreateLinkedTokenSource(ct);
            await Task.WhenAny(changed, Task.Delay(wait, _time, both.Token)).ConfigureAwait(false);
            await both.CancelAsync().ConfigureAwait(false);
            ct.ThrowIfCancellationRequested();
        }
    }

    private (Task Changed, TimeSpan Wait)? Wait(int readings)
    {
        lock (_gate)
        {
            var state = Current();
            long now = _time.GetTimestamp();
            if (state.Speed == BackfillSpeed.Stop)
            {
                return (_changed.Task, _endsAt is { } end ? _time.GetElapsedTime(now, end) : Timeout.InfiniteTimeSpan);
            }

            if (state.Speed == BackfillSpeed.Slow && _nextAt > now)
            {
                return (_changed.Task, _time.GetElapsedTime(now, _nextAt));
            }

            double cost = state.Speed == BackfillSpeed.Slow ? (double)readings / state.ReadingsPerSecond : 0;
            _nextAt = now + (long)(cost * _time.TimestampFrequency);
            return null;
        }
    }

    private PaceState Current()
    {
        if (_endsAt <= _time.GetTimestamp())
        {
            (_state, _endsAt) = (PaceState.Running, null);
        }

        return _state;
    }

    private void Apply(PaceState state)
    {
        lock (_gate)
        {
            var left = state.Until - _time.GetUtcNow();
            left = left > Longest ? Longest : left;
            _endsAt = left is { } span ? _time.GetTimestamp() + (long)(span.TotalSeconds * _time.TimestampFrequency) : null;
            (_state, _nextAt) = (state, 0);
            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private static string Text(PaceState state) =>
        string.Create(CultureInfo.InvariantCulture, $"{state.Speed};{state.ReadingsPerSecond};{state.Until:O}");

    private static PaceState Parse(string? text)
    {
        string[] parts = text?.Split(';') ?? [];
        if (parts.Length != 3 || !Enum.TryParse(parts[0], out BackfillSpeed speed) || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out int rate))
        {
            return PaceState.Running;
        }

        bool ends = DateTimeOffset.TryParse(parts[2], CultureInfo.InvariantCulture, out var until);
        return speed == BackfillSpeed.Slow && rate < 1 ? PaceState.Running : new PaceState(speed, rate, ends ? until : null);
    }
}
