using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Verification;

/// <summary>Whether readings are numbered in the order in which each device told them; a new epoch begins anew.</summary>
internal sealed class OrderCheck(VerifyReport report)
{
    private readonly Dictionary<string, long> _highest = new(StringComparer.Ordinal);

    /// <param name="line">What was told next.</param>
    /// <param name="readings">What came of it; the lowest number counts.</param>
    public void Next(TruthLine line, IReadOnlyList<ReceivedLine> readings)
    {
        ReceivedLine first = readings.MinBy(reading => reading.Seq ?? long.MaxValue)!;
        string key = $"{line.Device} {first.Epoch}";
        long seq = first.Seq ?? 0;
        if (seq < _highest.GetValueOrDefault(key))
        {
            report.Disordered++;
            report.Note($"disordered {line.Device} {line.NativeId} has number {seq} after {_highest[key]}");
        }

        _highest[key] = Math.Max(seq, _highest.GetValueOrDefault(key));
    }
}
