namespace EdgeGateway.Protocol.Kiosks;

/// <summary>One message of a body, or why there is none; exactly one of the two.</summary>
/// <param name="Index">Its place in the body, from 0.</param>
/// <param name="Message">As read.</param>
/// <param name="Fault">One of <see cref="KioskFaults"/>.</param>
public readonly record struct KioskItem(int Index, KioskMessage? Message, string? Fault);
