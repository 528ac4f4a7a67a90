namespace EdgeGateway.Devices.Clocks;

/// <summary>A device's clock went wrong, or is right again.</summary>
/// <param name="Off">True when it went wrong.</param>
/// <param name="Estimate">How wrong it is, or how right.</param>
/// <param name="Since">Since when, by the gateway's clock.</param>
public sealed record ClockTurn(bool Off, ClockEstimate Estimate, DateTimeOffset Since);
