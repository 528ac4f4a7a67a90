using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Store;

namespace EdgeGateway.Uplink.Confirmation;

/// <summary>A word that changes once, from the broker's to the platform's, and stays so over restarts.</summary>
internal sealed class RememberedWord
{
    private readonly IGatewayMemory _memory;
    private readonly string _name;
    private readonly bool _mayChange;
    private volatile bool _byPlatform;
    private volatile bool _remembered;

    /// <param name="memory">Where the change is noted.</param>
    /// <param name="name">Under which name.</param>
    /// <param name="mayChange">False: it stays as it begins, whatever is remembered.</param>
    /// <param name="begins">True: the platform's from the beginning.</param>
    public RememberedWord(IGatewayMemory memory, string name, bool mayChange, bool begins)
    {
        (_memory, _name, _mayChange) = (memory, name, mayChange);
        _remembered = memory.Recall(name) == ConfirmWords.Platform;
        _byPlatform = begins || (mayChange && _remembered);
    }

    public bool ByPlatform => _byPlatform;

    /// <summary>A platform was seen that may have the word.</summary>
    /// <param name="changed">Called when it has not had it before.</param>
    /// <param name="ct">Gives up waiting.</param>
    public async ValueTask GiveAsync(Action changed, CancellationToken ct)
    {
        if (!_mayChange || (_byPlatform && _remembered))
        {
            return;
        }

        if (!_byPlatform)
        {
            _byPlatform = true;
            changed();
        }

        await RememberAsync(ct).ConfigureAwait(false);
    }

    private async ValueTask RememberAsync(CancellationToken ct)
    {
        try
        {
            await _memory.RememberAsync(_name, ConfirmWords.Platform, ct).ConfigureAwait(false);
            _remembered = true;
        }
        catch (StoreRefusedException)
        {
            // In force all the same; the next presence tries to note it again.
        }
    }
}
