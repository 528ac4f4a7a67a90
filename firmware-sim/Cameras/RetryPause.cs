namespace EdgeGateway.Sim.Cameras;

/// <summary>What a camera waits before it says again what was not taken.</summary>
internal static class RetryPause
{
    /// <returns>False when it was asked to stop.</returns>
    public static async Task<bool> PassAsync(TimeSpan pause, TimeProvider time, CancellationToken ct)
    {
        try
        {
            await Task.Delay(pause, time, ct).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
