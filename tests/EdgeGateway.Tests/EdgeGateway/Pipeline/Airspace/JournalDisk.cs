using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Pipeline;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Store;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Airspace;

/// <summary>Readings and memory as one journal in the order of the calls, so that a crash may leave any beginning of it; knows repeats as the store does.</summary>
internal sealed class JournalDisk : IGatewayMemory, IReadingSink, IHeldSink
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _memory = [];
    private readonly HashSet<UInt128> _known = [];
    private readonly List<(string? Name, string? Value, Reading? Reading)> _entries = [];

    /// <summary>Takes nothing.</summary>
    public bool Refuses { get; set; }

    /// <summary>Values of the memory that are not taken; null: none.</summary>
    public Func<string, bool>? RefusedValue { get; set; }

    /// <summary>Readings wait for it; null lets them through.</summary>
    public TaskCompletionSource? Held { get; set; }

    /// <summary>A driver waits in it.</summary>
    public bool IsHeld { get; set; }

    /// <summary>Drivers that waited.</summary>
    public long Ended { get; set; }

    /// <summary>Readings that were a repeat.</summary>
    public int Repeats { get; private set; }

    public int Length
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    public IReadOnlyList<Reading> Readings
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries.Where(entry => entry.Reading is not null).Select(entry => entry.Reading!)];
            }
        }
    }

    /// <returns>What a crash leaves when only so much of it was committed.</returns>
    public JournalDisk First(int entries)
    {
        var left = new JournalDisk();
        foreach (var (name, value, reading) in _entries.Take(entries))
        {
            if (reading is null)
            {
                left.Put(name!, value!);
            }
            else
            {
                left.Append(reading);
            }
        }

        return left;
    }

    public string? Recall(string name)
    {
        lock (_gate)
        {
            return _memory.GetValueOrDefault(name);
        }
    }

    public Task RememberAsync(string name, string value, CancellationToken ct)
    {
        if (Refuses || RefusedValue?.Invoke(value) == true)
        {
            return Task.FromException(new StoreRefusedException("full"));
        }

        Put(name, value);
        return Task.CompletedTask;
    }

    public async ValueTask<Emitted> EmitAsync(Reading reading, CancellationToken ct)
    {
        if (Held is { } held)
        {
            await held.Task;
        }

        return Refuses ? throw new StoreRefusedException("full") : Append(reading);
    }

    private void Put(string name, string value)
    {
        lock (_gate)
        {
            _memory[name] = value;
            _entries.Add((name, value, null));
        }
    }

    private Emitted Append(Reading reading)
    {
        lock (_gate)
        {
            Assert.IsType<DroneAlarmBody>(reading.Body);
            if (!_known.Add(NativeKey.Of(reading)!.Value))
            {
                Repeats++;
                return new Emitted(0, true);
            }

            _entries.Add((null, null, reading));
            return new Emitted(_entries.Count, false);
        }
    }
}
