namespace EdgeGateway.Sim.Watch;

/// <param name="Root">Topic root.</param>
/// <param name="Quiet">Prints no line for each reading.</param>
/// <param name="Latency">Measures the time from the passage to here; only of use when both ran on one clock.</param>
/// <param name="Name">What it is called as a platform that sends receipts; null: it sends none.</param>
public sealed record WatchOptions(string Root, bool Quiet, bool Latency, string? Name = null);
