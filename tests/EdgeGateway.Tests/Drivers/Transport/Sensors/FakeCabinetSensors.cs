using System.Collections.Concurrent;
using EdgeGateway.Drivers.Transport.Sensors;

namespace EdgeGateway.Tests.Drivers.Transport.Sensors;

/// <summary>Sensors that a test sets; what is not set is missing.</summary>
internal sealed class FakeCabinetSensors : ICabinetSensors
{
    private int _looks;

    public ConcurrentDictionary<SensorAddress, SensorReading> Values { get; } = new();

    public ConcurrentDictionary<string, SupplyReading> Powers { get; } = new();

    /// <summary>Levels by file or chip and line; true is high.</summary>
    public ConcurrentDictionary<string, ContactReading> Levels { get; } = new();

    /// <summary>What a temperature waits for before it is read.</summary>
    public Func<CancellationToken, Task> Gate { get; set; } = _ => Task.CompletedTask;

    /// <summary>How often a contact was read.</summary>
    public int Looks => Volatile.Read(ref _looks);

    public static string Key(ContactLine line) => line.File ?? FormattableString.Invariant($"{line.Chip}:{line.Line}");

    public async ValueTask<SensorReading> ReadAsync(SensorAddress address, CancellationToken ct)
    {
        if (address.Kind == SensorKind.Temperature)
        {
            await Gate(ct);
        }

        return Values.GetValueOrDefault(address, new SensorReading(null, SensorTrouble.Missing));
    }

    public ValueTask<SupplyReading> ReadSupplyAsync(string name, CancellationToken ct) =>
        ValueTask.FromResult(Powers.GetValueOrDefault(name, new SupplyReading { Why = SensorTrouble.Missing }));

    public ValueTask<ContactReading> ReadContactAsync(ContactLine line, CancellationToken ct)
    {
        Interlocked.Increment(ref _looks);
        var level = Levels.GetValueOrDefault(Key(line), new ContactReading(null, SensorTrouble.Missing));
        return ValueTask.FromResult(level.Active is { } high ? new ContactReading(high != line.ActiveLow) : level);
    }

    public IReadOnlyList<string> Chips() => [.. Values.Keys.Select(address => address.Chip).Distinct()];

    public IReadOnlyList<string> Supplies() => [.. Powers.Keys.Order(StringComparer.Ordinal)];

    public void Dispose()
    {
    }
}
