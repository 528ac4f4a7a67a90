namespace EdgeGateway.Sim.Twins.XrayScanner.Dicos;

/// <summary>One of the two ways a scanner gives its files away.</summary>
public interface IScannerWire
{
    /// <returns>What it was told: <see cref="Ledger.TruthLine.Ok"/> or <see cref="Ledger.TruthLine.Stream"/>; null when it could not be given now and is to be tried again.</returns>
    Task<string?> GiveAsync(ScannerFile file, CancellationToken ct);
}
