namespace EdgeGateway.Sim.Twins;

/// <summary>One simulated device.</summary>
public interface ITwin : IAsyncDisposable
{
    /// <summary>Lives until its plan is done or it is asked to stop; both are an orderly end.</summary>
    Task RunAsync(CancellationToken ct);
}
