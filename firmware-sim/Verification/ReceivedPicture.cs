namespace EdgeGateway.Sim.Verification;

/// <summary>What a received reading says of a picture.</summary>
public sealed record ReceivedPicture(string Sha256, long Bytes);
