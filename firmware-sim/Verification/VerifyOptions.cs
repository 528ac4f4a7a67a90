namespace EdgeGateway.Sim.Verification;

/// <param name="OnlyAcknowledged">Counts only what was answered with 200; what went into a stream is reported apart.</param>
/// <param name="Ordered">Readings of a device must be numbered in the order in which the device told them.</param>
/// <param name="WithoutMedia">The received file holds no pictures: compares only the hashes that readings name.</param>
/// <param name="WithoutLedger">There is no ledger, only manifests: nothing can be called invented.</param>
public sealed record VerifyOptions(bool OnlyAcknowledged = false, bool Ordered = false, bool WithoutMedia = false, bool WithoutLedger = false);
