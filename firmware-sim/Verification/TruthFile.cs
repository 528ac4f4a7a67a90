using System.Text.Json;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Verification;

/// <summary>Reads a truth ledger. A torn line is what a killed simulator leaves; it is counted, since its truth is unknown.</summary>
public sealed class TruthFile
{
    /// <summary>Lines that are no truth.</summary>
    public long Unreadable { get; private set; }

    public IEnumerable<TruthLine> Read(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            if (TryRead(line) is { } truth)
            {
                yield return truth;
            }
        }
    }

    private TruthLine? TryRead(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize(line, TruthJson.Default.TruthLine);
        }
        catch (JsonException)
        {
            Unreadable++;
            return null;
        }
    }
}
