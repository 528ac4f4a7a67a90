namespace EdgeGateway.Drivers.Abstractions;

/// <summary>One after the other, whoever asks first.</summary>
public sealed class Turn : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Waits until it is the caller's turn, which ends when what is returned is disposed of.</summary>
    public async ValueTask<TurnHeld> TakeAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct).ConfigureAwait(false);
        return new TurnHeld(_one);
    }

    /// <summary>Completes when nobody is being served any more.</summary>
    public async Task QuietAsync() => (await TakeAsync(CancellationToken.None).ConfigureAwait(false)).Dispose();

    public void Dispose() => _one.Dispose();
}

/// <summary>A turn that was taken; to be disposed of once.</summary>
public readonly struct TurnHeld : IDisposable
{
    private readonly SemaphoreSlim _one;

    internal TurnHeld(SemaphoreSlim one) => _one = one;

    public void Dispose() => _one.Release();
}
