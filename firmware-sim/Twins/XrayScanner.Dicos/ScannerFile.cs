using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.XrayScanner.Dicos;

/// <summary>One file that a scanner gives away.</summary>
/// <param name="Name">As it is called in a folder.</param>
/// <param name="Bytes">All of it.</param>
/// <param name="Truth">What a gateway must have understood; one that cannot be read has no identifier but the hash of its bytes.</param>
/// <param name="Slow">Whether it is written with pauses.</param>
public sealed record ScannerFile(string Name, byte[] Bytes, TruthLine Truth, bool Slow = false);
