using EdgeGateway.Devices.Clocks;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Telemetry;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Devices;

/// <summary>Keeps the record of one device: what it is, when it was heard, what was survived.</summary>
public sealed class DeviceWatch(DevicePlan plan, DeviceLimits limits, TimeProvider time, HealthBoard board, ILogger log) : IDeviceWatch
{
    private const int MostReasons = 64;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, long> _faults = new(StringComparer.Ordinal);
    private DeviceHealth _health = new() { Device = plan.Id, Driver = plan.Driver.Name, Word = DeviceWord.Unknown, Since = time.GetUtcNow() };

    /// <summary>What the device told and nobody will ever have.</summary>
    public DeviceLosses Losses { get; } = new(plan.Id);

    /// <summary>What is thought of its clock.</summary>
    public DeviceClock ItsClock { get; } = new(limits, time);

    /// <summary>The record now; a device that was not heard within its limit is unknown, whatever it was before.</summary>
    public DeviceHealth Now()
    {
        lock (_gate)
        {
            bool stale = _health.Word == DeviceWord.Online && time.GetUtcNow() - _health.LastHeard > limits.Silence;
            return _health with
            {
                Word = stale ? DeviceWord.Unknown : _health.Word,
                ClockOffsetMs = ItsClock.Estimate is { } estimate ? (long)Math.Round(estimate.Offset.TotalMilliseconds) : null,
                Faults = new SortedDictionary<string, long>(_faults, StringComparer.Ordinal),
            };
        }
    }

    public void Heard()
    {
        lock (_gate)
        {
            _health = _health with { LastHeard = time.GetUtcNow() };
            Say(DeviceWord.Online, null);
        }
    }

    public void Took(Reading reading, Emitted emitted)
    {
        ItsClock.Took(reading, emitted);
        lock (_gate)
        {
            var now = time.GetUtcNow();
            _health = _health with
            {
                LastHeard = now,
                LastReading = now,
                Readings = _health.Readings + (emitted.Duplicate ? 0 : 1),
                Duplicates = _health.Duplicates + (emitted.Duplicate ? 1 : 0),
            };
            Say(DeviceWord.Online, null);
        }
    }

    public void Clock(TimeSpan offset, TimeSpan uncertainty) => ItsClock.Told(offset, uncertainty);

    public void Fault(FaultKind kind, string reason)
    {
        if (kind == FaultKind.Busy && reason == WatchReasons.NotStored)
        {
            Losses.Gone();
        }

        long count;
        lock (_gate)
        {
            string key = DeviceHealth.FaultKey(kind, reason);
            key = _faults.Count >= MostReasons && !_faults.ContainsKey(key) ? DeviceHealth.FaultKey(kind, "other") : key;
            count = _faults[key] = _faults.GetValueOrDefault(key) + 1;
        }

        if (DeviceLog.IsWorthALine(count))
        {
            DeviceLog.Survived(log, plan.Id, kind, reason, count);
        }
    }

    public void Became(DeviceWord word, string? why)
    {
        lock (_gate)
        {
            Say(word, why);
        }
    }

    private void Say(DeviceWord word, string? why)
    {
        if (_health.Word != word || _health.Why != why)
        {
            _health = _health with { Word = word, Why = why, Since = _health.Word == word ? _health.Since : time.GetUtcNow() };
            DeviceLog.Became(log, plan.Id, word, why ?? string.Empty);
            board.NoteChange();
        }
    }
}
