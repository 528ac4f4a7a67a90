namespace EdgeGateway.Sim.Verification;

/// <param name="OnlyAcknowledged">Counts only what was answered with 200; what went into a stream is reported apart.</param>
/// <param name="Ordered">Readings of a device must be numbered in the order in which the device told them.</param>
/// <param name="WithoutMedia">The received file holds no pictures: compares only the hashes that readings name.</param>
/// <param name="WithoutLedger">There is no ledger, only manifests: nothing can be called invented.</param>
/// <param name="MostTelemetry">Readings a second of one vehicle and kind of telemetry, over any ten seconds; null: whatever they are.</param>
/// <param name="DistressWithin">From the frame that is its cause to the subscriber, 99 of 100 alarms of distress; null: however long.</param>
public sealed record VerifyOptions(bool OnlyAcknowledged = false, bool Ordered = false, bool WithoutMedia = false, bool WithoutLedger = false, double? MostTelemetry = null, TimeSpan? DistressWithin = null);
