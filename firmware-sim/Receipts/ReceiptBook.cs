using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Sim.Receipts;

/// <summary>Keeps account of what the platform has of every gateway, and says what to confirm. Safe from any thread.</summary>
/// <param name="root">Topic root.</param>
public sealed class ReceiptBook(string root)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, GatewayLedger> _gateways = new(StringComparer.Ordinal);
    private long _connections;

    /// <summary>Connections of gateways that were heard of.</summary>
    public long Connections
    {
        get
        {
            lock (_lock)
            {
                return _connections;
            }
        }
    }

    /// <summary>What an earlier run kept. Nothing is said of it before its gateway is heard.</summary>
    public void Recall(IEnumerable<ReceivedLine> lines)
    {
        foreach (ReceivedLine line in lines)
        {
            Take(line, live: false);
        }
    }

    /// <summary>These lines are kept: they may be confirmed.</summary>
    public void Keep(IEnumerable<ReceivedLine> lines)
    {
        foreach (ReceivedLine line in lines)
        {
            Take(line, live: true);
        }
    }

    /// <summary>Takes any message; only a gateway's <c>state</c> matters here.</summary>
    public void Hear(string topic, ReadOnlyMemory<byte> payload)
    {
        if (GatewayTopic.Parse(root, topic) is { Below: ["state"] } of && GatewayWord.Read(payload) is { } word)
        {
            lock (_lock)
            {
                _connections += Gateway(of.Prefix).Hear(word) ? 1 : 0;
            }
        }
    }

    /// <summary>Everything is said again: the link was new.</summary>
    public void Repeat()
    {
        lock (_lock)
        {
            foreach (GatewayLedger gateway in _gateways.Values)
            {
                gateway.Repeat();
            }
        }
    }

    /// <param name="now">A clock that only runs forward.</param>
    /// <returns>What has to be said now, each with its topic; it counts as said.</returns>
    public IReadOnlyList<(string Topic, Receipt Receipt)> Due(TimeSpan now)
    {
        lock (_lock)
        {
            return
            [
                .. from gateway in _gateways
                   where gateway.Value.IsThere
                   from receipt in gateway.Value.Due(now)
                   select (gateway.Key + "/down/receipt", receipt),
            ];
        }
    }

    /// <returns>Files that have to be named now, each list with its topic; they count as named.</returns>
    public IReadOnlyList<(string Topic, MediaReceipt Receipt)> DueFiles()
    {
        lock (_lock)
        {
            return
            [
                .. from gateway in _gateways
                   where gateway.Value.IsThere
                   from receipt in gateway.Value.Files.Due()
                   select (gateway.Key + "/down/receipt", receipt),
            ];
        }
    }

    private void Take(ReceivedLine line, bool live)
    {
        if (line.Type == ReceivedLine.MediaBytes)
        {
            TakeFile(line, live);
        }
        else
        {
            TakeReading(line, live);
        }
    }

    /// <summary>Only bytes that are what their name says are kept.</summary>
    private void TakeFile(ReceivedLine line, bool live)
    {
        if (line.Sha256 is not { } sha256 || line.Named != sha256 || GatewayTopic.Parse(root, line.Topic) is not { } of)
        {
            return;
        }

        lock (_lock)
        {
            GatewayLedger gateway = Gateway(of.Prefix);
            gateway.IsThere |= live;
            gateway.Files.Keep(sha256);
        }
    }

    private void TakeReading(ReceivedLine line, bool live)
    {
        if (line is not { Type: ReceivedLine.Reading, Epoch: { } epoch, Seq: > 0 } || GatewayTopic.Parse(root, line.Topic) is not { } of)
        {
            return;
        }

        lock (_lock)
        {
            GatewayLedger gateway = Gateway(of.Prefix);
            gateway.IsThere |= live;
            gateway.Epoch(epoch).Receive(line);
            if (line.Kind == "gap")
            {
                gateway.Epoch(line.GapEpoch ?? epoch).Explain(line);
            }
        }
    }

    private GatewayLedger Gateway(string prefix)
    {
        if (!_gateways.TryGetValue(prefix, out GatewayLedger? gateway))
        {
            _gateways[prefix] = gateway = new GatewayLedger();
        }

        return gateway;
    }
}
