namespace EdgeGateway.Sim.Receipts;

/// <summary>All epochs and files of one gateway.</summary>
internal sealed class GatewayLedger
{
    private readonly Dictionary<string, EpochLedger> _epochs = new(StringComparer.Ordinal);
    private long? _connection;

    /// <summary>It was heard since we started; only then somebody is there to take a receipt.</summary>
    public bool IsThere { get; set; }

    public FileLedger Files { get; } = new();

    public EpochLedger Epoch(string epoch)
    {
        if (!_epochs.TryGetValue(epoch, out EpochLedger? ledger))
        {
            _epochs[epoch] = ledger = new EpochLedger(epoch);
        }

        return ledger;
    }

    /// <returns>True when this is a connection not heard of before.</returns>
    public bool Hear(GatewayWord word)
    {
        IsThere = true;
        if (word is { Epoch: { } epoch, SeqConfirmed: { } confirmed })
        {
            Epoch(epoch).Hear(confirmed);
        }

        // What was said to its last connection may never have arrived.
        if (word.Connection == _connection)
        {
            return false;
        }

        _connection = word.Connection;
        Repeat();
        return true;
    }

    public void Repeat()
    {
        Files.Repeat();
        foreach (EpochLedger epoch in _epochs.Values)
        {
            epoch.Repeat();
        }
    }

    public IEnumerable<Receipt> Due(TimeSpan now) => _epochs.Values.Select(epoch => epoch.Due(now)).OfType<Receipt>();
}
