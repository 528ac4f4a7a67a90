namespace EdgeGateway.Sim.Radio;

/// <summary>One press of the red button.</summary>
/// <param name="Radio">Which radio of the fleet, from 1.</param>
/// <param name="At">After the beginning; null: not by the clock.</param>
/// <param name="File">A file that somebody makes to press the button; null or empty: there is none.</param>
public sealed record RadioEmergency(int Radio, TimeSpan? At, string? File);
