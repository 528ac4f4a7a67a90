namespace EdgeGateway.Sim.Inspections;

/// <summary>What a scanner does in one run.</summary>
/// <param name="Profile">How it talks.</param>
/// <param name="Start">Not before.</param>
/// <param name="End">Nothing waits longer than until here.</param>
public sealed record InspectionPlan(InspectionProfile Profile, DateTimeOffset Start, DateTimeOffset End);
