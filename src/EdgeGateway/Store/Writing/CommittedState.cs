using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Writing;

/// <summary>What the last commit left, for everybody but the writer.</summary>
internal sealed class CommittedState
{
    private readonly LaneGate[] _gates = [new(), new(), new(), new()];
    private volatile Totals _totals;

    /// <param name="totals">As of the opening.</param>
    public CommittedState(Totals totals)
    {
        _totals = totals;
        Publish(totals);
    }

    public Totals Totals => _totals;

    /// <summary>Wakes the lanes that got something.</summary>
    public void Publish(Totals totals)
    {
        _totals = totals;
        for (int lane = 0; lane < _gates.Length; lane++)
        {
            _gates[lane].Publish(totals.Last((Lane)lane));
        }
    }

    public LaneGate Gate(Lane lane) => _gates[(int)lane];

    public void Close() => Array.ForEach(_gates, static gate => gate.Close());
}
