using System.Collections.Concurrent;

namespace EdgeGateway.Telemetry;

/// <summary>
/// Where the devices' side shows how each device is, and where uplink and console read it.
/// It knows nobody, so that neither side has to know the other.
/// </summary>
public sealed class HealthBoard
{
    private readonly ConcurrentDictionary<string, Func<DeviceHealth>> _devices = new(StringComparer.Ordinal);

    private long _changes;

    /// <summary>Grows whenever a device changes its word: a cheap question before reading all.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <returns>All devices as they are now, by id.</returns>
    public IReadOnlyList<DeviceHealth> All() => [.. _devices.Values.Select(now => now()).OrderBy(health => health.Device, StringComparer.Ordinal)];

    public void Register(string device, Func<DeviceHealth> now)
    {
        _devices[device] = now;
        NoteChange();
    }

    public void NoteChange() => Interlocked.Increment(ref _changes);
}
