namespace EdgeGateway.Sim.Ledger;

/// <param name="Sha256">64 lower-case hex digits.</param>
/// <param name="Bytes">Length.</param>
public sealed record TruthPicture(string Sha256, long Bytes);
