namespace EdgeGateway.Sim.Traffic;

/// <param name="Kind">Which production.</param>
/// <param name="Text">The plate as it is stamped, without separator; empty for <see cref="PlateKind.None"/> and <see cref="PlateKind.Unread"/>.</param>
public sealed record Plate(PlateKind Kind, string Text);
