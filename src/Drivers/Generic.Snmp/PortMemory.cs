using System.Globalization;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Keeps which ports were told to be up over restarts: one a line, name and <c>u</c> or <c>d</c>; <c>@</c> and a moment behind it while it is being told.</summary>
internal sealed class PortMemory(IDeviceMemory? memory)
{
    private const string Name = "ports";
    /// <summary>What cannot be read is forgotten: its port is looked at anew.</summary>
    public Dictionary<string, PortTold> Read()
    {
        var told = new Dictionary<string, PortTold>(StringComparer.Ordinal);
        foreach (string line in (memory?.Recall(Name) ?? string.Empty).Split('\n'))
        {
            int sign = line.LastIndexOf('=');
            if (sign > 0 && Parse(line.AsSpan(sign + 1)) is { } one)
            {
                told[line[..sign]] = one;
            }
        }

        return told;
    }

    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public Task WriteAsync(IReadOnlyDictionary<string, PortTold> told, CancellationToken ct) =>
        memory?.RememberAsync(Name, string.Join('\n', told.Select(one => $"{one.Key}={Text(one.Value)}")), ct) ?? Task.CompletedTask;

    private static string Text(PortTold one) => (one.IsUp ? "u" : "d") + (one.Since is { } since ? FormattableString.Invariant($"@{since}") : string.Empty);

    private static PortTold? Parse(ReadOnlySpan<char> text) =>
        text is not ['u' or 'd', ..] ? null
        : text.Length == 1 ? new PortTold(text[0] == 'u', null)
        : text[1] == '@' && long.TryParse(text[2..], NumberStyles.None, CultureInfo.InvariantCulture, out long since) ? new PortTold(text[0] == 'u', since)
        : null;
}
