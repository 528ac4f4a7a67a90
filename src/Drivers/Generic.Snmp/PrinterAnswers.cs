using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>What one round brought of everything that the agent speaks for.</summary>
internal sealed record PrinterAnswers
{
    public required SnmpTable Printers { get; init; }

    public required SnmpTable Covers { get; init; }

    public required SnmpTable Inputs { get; init; }

    public required SnmpTable Markers { get; init; }

    public required SnmpTable Supplies { get; init; }

    public required SnmpTable Alerts { get; init; }

    /// <summary>Hundredths of a second; null when the agent does not say.</summary>
    public ulong? UpTime { get; init; }

    private IEnumerable<SnmpTable> All => [Printers, Covers, Inputs, Markers, Supplies, Alerts];

    /// <summary>Whether what is not here is not there.</summary>
    public bool IsWhole => All.All(table => table.IsWhole);

    /// <summary>Index of each printer, in order.</summary>
    public IReadOnlyList<string> Devices => [.. All.SelectMany(table => table.Rows).Select(row => row.First).Distinct().OrderBy(index => index.Length).ThenBy(index => index, StringComparer.Ordinal)];

    public static IEnumerable<SnmpRow> Of(SnmpTable table, string device) => table.Rows.Where(row => row.First == device);
}
