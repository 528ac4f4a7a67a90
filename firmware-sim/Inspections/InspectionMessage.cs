using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Inspections;

/// <summary>One thing told, in bytes, and the truth they carry.</summary>
/// <param name="Bytes">A part of the stream, or a whole body.</param>
/// <param name="Truth">What the gateway must make of it.</param>
public sealed record InspectionMessage(byte[] Bytes, TruthLine Truth);
