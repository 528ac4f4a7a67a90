namespace EdgeGateway.Protocol.Nut;

/// <summary>One line of a server, or why it cannot be used.</summary>
/// <param name="Line">Null when there is a fault.</param>
/// <param name="Fault">One of <see cref="NutFaults"/>.</param>
public readonly record struct NutItem(NutLine? Line, string? Fault);
