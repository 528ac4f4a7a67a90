namespace EdgeGateway.Protocol.Mavlink;

/// <summary>What the reader found: a frame or a fault, one of the two.</summary>
/// <param name="Frame">Checked, or of an unknown id (<see cref="MavFrame.Definition"/> is null).</param>
/// <param name="Fault">One of <see cref="MavFaults"/>; null for a frame.</param>
public readonly record struct MavItem(MavFrame Frame, string? Fault);
