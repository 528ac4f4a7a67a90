namespace EdgeGateway.Protocol.Mavlink;

/// <summary>A whole text of a vehicle.</summary>
/// <param name="System">Who said it.</param>
/// <param name="Component">Which part.</param>
/// <param name="Severity">0 emergency to 7 debug.</param>
/// <param name="Text">Missing pieces show as <c>[...]</c>.</param>
/// <param name="Missing">Pieces known to be missing; what may be missing behind the last one is not known.</param>
public sealed record MavText(byte System, byte Component, byte Severity, string Text, int Missing);
