namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>Which services could not be reached when they were dialled last. When that is all of them, the kiosk is gone. Any thread may use it.</summary>
/// <param name="services">How many there are.</param>
internal sealed class LinkRoll(int services)
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when none can be reached.</summary>
    public Task Gone => _gone.Task;

    public void Reached(string module)
    {
        lock (_gate)
        {
            _failed.Remove(module);
        }
    }

    public void Failed(string module)
    {
        lock (_gate)
        {
            _failed.Add(module);
            if (_failed.Count == services)
            {
                _gone.TrySetResult();
            }
        }
    }
}
