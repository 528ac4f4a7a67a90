using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Snmp;

/// <summary>Walks columns of a table side by side: by GETNEXT in version 1, by GETBULK in version 2c, within bounds.</summary>
internal sealed class TableWalk(SnmpPeer peer, DriverContext context, WalkLimits limits)
{
    /// <param name="columns">Without index.</param>
    /// <param name="ct">Stopping.</param>
    /// <exception cref="DeviceFaultException">It does not answer, or does not let us in.</exception>
    public async Task<SnmpTable> AskAsync(IReadOnlyList<ObjectId> columns, CancellationToken ct)
    {
        long begun = context.Time.GetTimestamp();
        var walked = new WalkedTable(columns, limits, peer.Version != SnmpVersion.V1);
        while (walked.Next() is { Count: > 0 } asked)
        {
            var answer = await AskAsync(asked, walked.RowsOf(asked.Count), ct).ConfigureAwait(false);
            SnmpRefusal.ThrowIfRefused(answer);
            walked.Take(asked, answer);
            if (context.Time.GetElapsedTime(begun) > limits.Time)
            {
                walked.Cut("walk-too-long");
            }
        }

        foreach (string fault in walked.Faults)
        {
            context.Watch.Fault(FaultKind.Garbled, fault);
        }

        return walked.Table;
    }

    private Task<SnmpMessage> AskAsync(IReadOnlyList<WalkedColumn> asked, int rows, CancellationToken ct)
    {
        ObjectId[] names = [.. asked.Select(one => one.At)];
        return peer.Version == SnmpVersion.V1 ? peer.GetNextAsync(names, ct) : peer.GetBulkAsync(names, rows, ct);
    }
}
