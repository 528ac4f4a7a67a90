namespace EdgeGateway.Sim.Inspections;

/// <summary>The way from a scanner to the gateway.</summary>
public interface IInspectionWire : IAsyncDisposable
{
    void Start();

    /// <returns>What the ledger shall say; <see cref="Ledger.TruthLine.None"/> when it did not get there.</returns>
    Task<string> TellAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <summary>Half of it, and the link ends there.</summary>
    Task CutInsideAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <summary>The link ends.</summary>
    void Drop();
}
