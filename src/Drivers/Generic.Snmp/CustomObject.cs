using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>One object that the settings name.</summary>
/// <param name="Name">In readings: a lower-case word of letters, digits, points and hyphens, at most 64.</param>
/// <param name="Id">With its index, for a scalar <c>.0</c>.</param>
public sealed record CustomObject(string Name, ObjectId Id)
{
    /// <summary>After the scale; null for none.</summary>
    public string? Unit { get; init; }

    /// <summary>The number is multiplied by it; default 1, never 0.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>How the value is taken.</summary>
    public CustomKind Kind { get; init; }

    /// <summary>Kind <see cref="CustomKind.State"/>: the words of its numbers.</summary>
    public IReadOnlyDictionary<long, string> States { get; init; } = new Dictionary<long, string>();

    /// <summary>Below it, after the scale, is an alarm; null: none.</summary>
    public double? Low { get; init; }

    /// <summary>Above it is an alarm; null: none.</summary>
    public double? High { get; init; }

    /// <summary>Kind <see cref="CustomKind.State"/>: words that are an alarm.</summary>
    public IReadOnlyList<string> AlarmStates { get; init; } = [];

    /// <summary>Of its alarms.</summary>
    public string Severity { get; init; } = "major";
}

/// <summary>How a value is taken.</summary>
public enum CustomKind
{
    /// <summary>As it is: INTEGER, gauge, time, Opaque float, or a number written as text.</summary>
    Gauge,

    /// <summary>A counter: told is how much it grows in a second.</summary>
    Counter,

    /// <summary>An INTEGER whose numbers have words.</summary>
    State,
}
