namespace EdgeGateway.Uplink.Failover;

/// <summary>How one attempt at a broker, or one connection to it, ended.</summary>
/// <param name="Why">For the log.</param>
/// <param name="Reason">The broker's last reason code, when it gave one.</param>
/// <param name="Reference">Where the broker sends us instead (reason 0x9C and 0x9D), as it wrote it.</param>
/// <param name="Lived">How long the connection lived; zero when there was none.</param>
/// <param name="Deaf">True when the broker accepted and did not acknowledge.</param>
public sealed record LinkOutcome(string Why, byte? Reason = null, string? Reference = null, TimeSpan Lived = default, bool Deaf = false);
