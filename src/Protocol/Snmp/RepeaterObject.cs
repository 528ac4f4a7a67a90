namespace EdgeGateway.Protocol.Snmp;

/// <summary>How the value of an object is written.</summary>
public enum RepeaterValue
{
    /// <summary>See <see cref="Float4"/>.</summary>
    Float,

    /// <summary>INTEGER.</summary>
    Whole,

    /// <summary>INTEGER in dB; -200 says that nothing is received.</summary>
    Rssi,

    /// <summary>See <see cref="RepeaterName"/>, plain.</summary>
    Name,

    /// <summary>See <see cref="RepeaterName"/>, UTF-16.</summary>
    WideName,
}

/// <summary>One scalar of a repeater's MIB (pdt-radio.md section 13).</summary>
/// <param name="Metric">What this product calls it.</param>
/// <param name="Id">With the trailing 0 of a scalar.</param>
/// <param name="Value">How it is written.</param>
/// <param name="Unit"><c>V</c>, <c>C</c>, <c>W</c>, <c>dB</c>, <c>Hz</c>, <c>ratio</c>, <c>state</c>; null for none.</param>
public sealed record RepeaterObject(string Metric, ObjectId Id, RepeaterValue Value, string? Unit)
{
    /// <summary>Lowest value that is believed; what lies outside is shown and called doubtful.</summary>
    public double Least { get; init; } = double.MinValue;

    /// <summary>Highest value that is believed.</summary>
    public double Most { get; init; } = double.MaxValue;

    /// <summary>True where models answer with nonsense that looks like a value: never better than doubtful.</summary>
    public bool NeverSure { get; init; }
}
