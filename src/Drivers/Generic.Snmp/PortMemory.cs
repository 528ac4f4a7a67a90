using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Keeps which ports were told to be up over restarts: one a line, name and <c>u</c> or <c>d</c>.</summary>
internal sealed class PortMemory(IDeviceMemory? memory)
{
    private const string Name = "ports";
    private const string Up = "=u";
    private const string Down = "=d";

    /// <summary>What cannot be read is forgotten: its port is looked at anew.</summary>
    public Dictionary<string, bool> Read() => (memory?.Recall(Name) ?? string.Empty).Split('\n')
        .Where(line => line.Length > Up.Length && (line.EndsWith(Up, StringComparison.Ordinal) || line.EndsWith(Down, StringComparison.Ordinal)))
        .DistinctBy(line => line[..^Up.Length])
        .ToDictionary(line => line[..^Up.Length], line => line.EndsWith(Up, StringComparison.Ordinal), StringComparer.Ordinal);

    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public Task WriteAsync(IReadOnlyDictionary<string, bool> told, CancellationToken ct) =>
        memory?.RememberAsync(Name, string.Join('\n', told.Select(one => one.Key + (one.Value ? Up : Down))), ct) ?? Task.CompletedTask;
}
