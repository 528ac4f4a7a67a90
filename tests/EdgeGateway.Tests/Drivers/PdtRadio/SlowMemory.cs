using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

/// <summary>A disk that takes its time, and gives up when it is told to.</summary>
internal sealed class SlowMemory : IDeviceMemory
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string? _value;
    private volatile bool _isAsked;

    public bool IsAsked => _isAsked;

    public void Release() => _released.TrySetResult();

    public string? Recall(string name) => _value;

    public async Task RememberAsync(string name, string value, CancellationToken ct)
    {
        _isAsked = true;
        await _released.Task.WaitAsync(ct);
        _value = value;
    }
}
