namespace EdgeGateway.EndToEnd.Store.PowerCut;

/// <summary>A call that gives something a name, and of which nobody knows yet whether it was done.</summary>
internal sealed record DiskMaking(string Path, Action Make);
