namespace EdgeGateway.Sim.Twins.XrayScanner.Modbus;

/// <summary>What is said to one request.</summary>
/// <param name="Pdu">Function and data, without address and checksum; null for nothing at all.</param>
/// <param name="Fault">What is wrong with it on the wire.</param>
/// <param name="Count">The parcel counter that it holds; null when it holds none.</param>
public readonly record struct BeltAnswer(byte[]? Pdu, BeltFault Fault, uint? Count = null);
