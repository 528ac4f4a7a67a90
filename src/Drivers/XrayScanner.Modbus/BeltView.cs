using EdgeGateway.Drivers.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>What is known of one unit now: the last reading of each point.</summary>
/// <param name="points">Of the unit.</param>
internal sealed class BeltView(IReadOnlyList<ModbusPoint> points)
{
    private readonly Dictionary<string, PointReading> _last = new(StringComparer.Ordinal);

    /// <summary>Whether every point was read once, well or badly.</summary>
    public bool IsComplete => _last.Count == points.Count;

    /// <summary>Nothing of it can be read.</summary>
    public bool IsDead => _last.Count > 0 && _last.Values.All(reading => reading.Quality == PointQuality.Bad);

    /// <summary>Names of the points that are known now, in the order of the list.</summary>
    public IEnumerable<string> Known => points.Select(point => point.Name).Where(name => Of(name) is not null);

    public void Take(PollRound round)
    {
        foreach (var reading in round.Points)
        {
            _last[reading.Point.Name] = reading;
        }
    }

    /// <returns>Null when the list has no such point, or it is not known now.</returns>
    public ModbusValue? Of(string name) => _last.TryGetValue(name, out var reading) ? reading.Value : null;

    public bool? Flag(string name) => Of(name) is not { } value ? null : value.Flag ?? (value.Raw ?? (decimal?)value.Whole) switch { 0 => false, 1 => true, _ => null };

    public double? Number(string name) => Of(name)?.Number;

    public long? Whole(string name) => Of(name)?.Whole;

    /// <summary>Names of the faults that stand; null when the list has none, or none can be read.</summary>
    public IReadOnlyList<string>? Faults()
    {
        string[] known = [.. Known.Where(name => BeltPointNames.IsFault(name) && Flag(name) is not null)];
        return known.Length == 0 ? null : [.. known.Where(name => Flag(name) == true)];
    }
}
