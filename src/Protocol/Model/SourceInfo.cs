namespace EdgeGateway.Protocol.Model;

/// <summary>What the device itself calls this reading.</summary>
/// <param name="NativeId">The device's own identifier; repeats carry the same one. Absent when the device has none worth trusting.</param>
/// <param name="Retransmitted">True when the device says that it sends from its memory.</param>
/// <param name="Time">The device's own text for the time, kept when it had to be repaired.</param>
/// <param name="Id">The device's own identity as it claims it (serial, MAC), never used for trust.</param>
public sealed record SourceInfo(string? NativeId = null, bool Retransmitted = false, string? Time = null, string? Id = null);
