using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Store;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Confirmation;

/// <summary>
/// Whose word is in force (contract section 3). With <c>auto</c> it changes once, from the broker's to the platform's, when
/// a presence with receipts was seen for the root, and stays so over restarts: a platform that is away must not be taken
/// for one that does not exist. <c>confirm: broker</c> takes it back.
/// </summary>
public sealed class ConfirmationMode
{
    private readonly IGatewayMemory _memory;
    private readonly ILogger _log;
    private readonly bool _mayChange;
    private readonly string _name;
    private volatile bool _byPlatform;
    private volatile bool _remembered;

    public ConfirmationMode(UplinkSettings settings, IGatewayMemory memory, ILogger<ConfirmationMode> log)
    {
        (_memory, _log, _name) = (memory, log, $"uplink.confirm/{settings.Root}");
        _mayChange = settings.Confirm == ConfirmChoice.Auto;
        _remembered = memory.Recall(_name) == ConfirmWords.Platform;
        _byPlatform = settings.Confirm == ConfirmChoice.Platform || (_mayChange && _remembered);
    }

    /// <summary>True: a reading is kept until the platform's receipt covers it.</summary>
    public bool ByPlatform => _byPlatform;

    /// <summary><c>platform</c> or <c>broker</c>.</summary>
    public string Word => _byPlatform ? ConfirmWords.Platform : ConfirmWords.Broker;

    /// <summary>A platform that sends receipts is there.</summary>
    public async ValueTask SawReceiptsAsync(CancellationToken ct)
    {
        if (!_mayChange || (_byPlatform && _remembered))
        {
            return;
        }

        if (!_byPlatform)
        {
            _byPlatform = true;
            ConfirmationLog.ByPlatform(_log);
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
