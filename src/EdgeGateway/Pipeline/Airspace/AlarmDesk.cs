using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>
/// Tells alarms, begin and end exactly once each, over crashes and refusals of the disk: what is to be told is kept first, and is entered again under the same
/// native id until it is on disk.
/// </summary>
/// <param name="lines">Where alarms are kept.</param>
/// <param name="exit">Where readings go of devices that nothing was heard of since the start.</param>
/// <param name="ids">Names for alarms.</param>
/// <param name="time">The gateway's clock.</param>
/// <param name="log">Where refusals are told.</param>
internal sealed class AlarmDesk(AlarmLines lines, Func<string, IReadingSink> exit, Func<string> ids, TimeProvider time, ILogger log)
{
    /// <summary>Alarms of aircraft that are not ours at one time: whoever invents such must not take the room of our own vehicles in distress.</summary>
    private const int MostIntruders = 128;

    /// <summary>Between two tries while the disk refuses.</summary>
    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly StandingAlarm?[] _alarms = new StandingAlarm?[AlarmLines.Count];
    private readonly Dictionary<string, IReadingSink> _sinks = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (KeptAlarm Kept, long RetryAt)> _unwritten = [];
    private int _count;
    private long _refusals;
    private long _crowded;

    /// <summary>Alarms whose end is not on disk.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Alarms that stand, with those whose begin is on its way, and without those whose end is.</summary>
    public IReadOnlyList<StandingAlarm> Standing()
    {
        lock (_gate)
        {
            return [.. _alarms.Where(static alarm => alarm is { End: null, Kept.Phase: AlarmPhase.Beginning or AlarmPhase.Standing }).Select(static alarm => alarm!)];
        }
    }

    /// <summary>Takes over what the last run left; what it may not have told is told by the next <see cref="Tick"/>.</summary>
    public void Load()
    {
        lock (_gate)
        {
            foreach (var (line, kept) in lines.All())
            {
                _alarms[line] = new StandingAlarm(line, kept);
                _count++;
            }
        }
    }

    /// <summary>Where readings of a device go from now on.</summary>
    public void Use(string device, IReadingSink sink)
    {
        lock (_gate)
        {
            _sinks[device] = sink;
        }
    }

    /// <summary>Begins an alarm.</summary>
    /// <returns>Null when another of its kind is still ending, or when too many stand: ask again. Else it is to be told.</returns>
    public StandingAlarm? Begin(VehicleOrigin from, DroneAlarmBody body, DateTimeOffset at)
    {
        lock (_gate)
        {
            var kept = new KeptAlarm(ids(), from.Device, from.Driver, AlarmPhase.Beginning, at, at, body with { Active = true });
            if (Array.Exists(_alarms, one => one?.Kept.Key == kept.Key) || Line(body.Alarm) is not { } line)
            {
                return null;
            }

            _count++;
            return _alarms[line] = new StandingAlarm(line, kept);
        }
    }

    /// <summary>Ends an alarm, which is to be told after its begin.</summary>
    public void End(StandingAlarm alarm, DroneAlarmBody body, DateTimeOffset at)
    {
        lock (_gate)
        {
            alarm.End = alarm.Kept with { Phase = AlarmPhase.Ending, Told = at, Body = body with { Active = false } };
            Settle(alarm);
        }
    }

    /// <summary>Tries again what the disk refused.</summary>
    public void Tick()
    {
        StandingAlarm[] waiting;
        lock (_gate)
        {
            long now = time.GetTimestamp();
            NoteAgain(now);
            waiting = [.. _alarms.Where(alarm => alarm is { Waits: true } && alarm.RetryAt <= now).Select(static alarm => alarm!)];
        }

        foreach (var alarm in waiting)
        {
            _ = TellAsync(alarm);
        }
    }

    private int? Line(string alarm)
    {
        bool crowded = alarm == AlarmWords.Intruder && _alarms.Count(static one => one?.Kept.Body.Alarm == AlarmWords.Intruder) >= MostIntruders;
        int line = crowded ? -1 : Array.IndexOf(_alarms, null);
        if (line < 0 && (++_crowded & (_crowded - 1)) == 0)
        {
            AirLog.Crowded(log, crowded ? MostIntruders : AlarmLines.Count, _crowded);
        }

        return line < 0 ? null : line;
    }

    /// <summary>Enters what there is to tell of an alarm; one at a time for each, that is the order of begin and end.</summary>
    /// <returns>Completes when the try is over, on disk or refused; it never fails.</returns>
    public async Task TellAsync(StandingAlarm alarm)
    {
        while (Take(alarm) is { } kept)
        {
            try
            {
                await EnterAsync(alarm.Line, kept).ConfigureAwait(false);
            }
            catch (Exception refused)
            {
                // The last line of defence: whatever kept it from the disk, it is not told and is tried again.
                Refused(alarm, refused);
                return;
            }

            Entered(alarm);
        }
    }

    private KeptAlarm? Take(StandingAlarm alarm)
    {
        lock (_gate)
        {
            if (!alarm.Waits)
            {
                return null;
            }

            alarm.IsUnderWay = true;
            return alarm.Kept;
        }
    }

    /// <remarks>Both are handed over before either is waited for. An alarm is not taken back when its device leaves.</remarks>
    private async Task EnterAsync(int line, KeptAlarm kept)
    {
        var written = lines.WriteAsync(line, kept);
        var told = SinkOf(kept.Device).EmitAsync(ReadingOf(kept), CancellationToken.None).AsTask();
        await Task.WhenAll(written, told).ConfigureAwait(false);
    }

    private void Entered(StandingAlarm alarm)
    {
        lock (_gate)
        {
            bool over = alarm.Kept.Phase == AlarmPhase.Ending;
            alarm.IsUnderWay = false;
            alarm.Kept = alarm.Kept with { Phase = over ? AlarmPhase.Over : AlarmPhase.Standing };
            _ = NoteAsync(alarm.Line, alarm.Kept);
            if (over)
            {
                _alarms[alarm.Line] = null;
                _count--;
            }

            Settle(alarm);
        }
    }

    private static void Settle(StandingAlarm alarm)
    {
        if (alarm is { End: { } end, Kept.Phase: AlarmPhase.Standing })
        {
            (alarm.Kept, alarm.End) = (end, null);
        }
    }

    private void Refused(StandingAlarm alarm, Exception refused)
    {
        lock (_gate)
        {
            alarm.IsUnderWay = false;
            alarm.RetryAt = Later();
            if ((++_refusals & (_refusals - 1)) == 0)
            {
                AirLog.NotTold(log, alarm.Kept.Body.Alarm, alarm.Kept.Body.Vehicle, _refusals, refused);
            }
        }
    }

    /// <summary>
    /// Writes a line that nobody waits for. A restart that finds the older one tells it again, which the store knows for a repeat only so long: what was
    /// refused is written again.
    /// </summary>
    private async Task NoteAsync(int line, KeptAlarm kept)
    {
        var written = lines.WriteAsync(line, kept);
        await written.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!written.IsCompletedSuccessfully)
        {
            lock (_gate)
            {
                if (IsNewest(line, kept))
                {
                    _unwritten[line] = (kept, Later());
                }
            }
        }
    }

    private void NoteAgain(long now)
    {
        foreach (var (line, (kept, _)) in _unwritten.Where(one => one.Value.RetryAt <= now).ToArray())
        {
            _unwritten.Remove(line);
            if (IsNewest(line, kept))
            {
                _ = NoteAsync(line, kept);
            }
        }
    }

    /// <summary>Whether nothing else has been, or is being, written there since.</summary>
    private bool IsNewest(int line, KeptAlarm kept) => _alarms[line] is { } alarm ? ReferenceEquals(alarm.Kept, kept) : kept.Phase == AlarmPhase.Over;

    private long Later() => time.GetTimestamp() + (long)(s_again.TotalSeconds * time.TimestampFrequency);

    private IReadingSink SinkOf(string device)
    {
        lock (_gate)
        {
            return _sinks.TryGetValue(device, out var sink) ? sink : _sinks[device] = exit(device);
        }
    }

    private Reading ReadingOf(KeptAlarm kept) => new()
    {
        Device = kept.Device,
        Driver = kept.Driver,
        Lane = kept.Phase == AlarmPhase.Beginning ? Lane.Alarm : Lane.Event,
        Time = kept.Told,
        TimeFrom = TimeOrigin.Gateway,
        Received = time.GetUtcNow(),
        Body = kept.Body with { Source = new SourceInfo(kept.Phase == AlarmPhase.Beginning ? $"{kept.Id}/begin" : $"{kept.Id}/end", Id: kept.Body.Source?.Id) },
    };
}
