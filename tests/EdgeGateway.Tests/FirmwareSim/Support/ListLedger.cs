using System.Collections.Concurrent;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Tests.FirmwareSim.Support;

/// <summary>A ledger in memory.</summary>
internal sealed class ListLedger : ITruthLedger
{
    public ConcurrentQueue<TruthLine> Lines { get; } = new();

    public void Note(TruthLine line) => Lines.Enqueue(line);
}
