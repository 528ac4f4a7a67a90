using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Store;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Confirmation;

/// <summary>
/// Whose word is in force (contract section 3). With <c>auto</c> it changes once, from the broker's to the platform's, when
/// a presence with receipts was seen for the root, and stays so over restarts: a platform that is away must not be taken
/// for one that does not exist. <c>confirm: broker</c> takes it back.
/// </summary>
/// <remarks>Files have a word of their own: a platform that confirms readings and names no files would keep every file here for ever.</remarks>
public sealed class ConfirmationMode(UplinkSettings settings, IGatewayMemory memory, ILogger<ConfirmationMode> log)
{
    private readonly RememberedWord _readings = new(
        memory, $"uplink.confirm/{settings.Root}", mayChange: settings.Confirm == ConfirmChoice.Auto, begins: settings.Confirm == ConfirmChoice.Platform);

    private readonly RememberedWord _media = new(
        memory, $"uplink.confirm-media/{settings.Root}", mayChange: settings.Confirm != ConfirmChoice.Broker, begins: false);

    /// <summary>True: a reading is kept until the platform's receipt covers it.</summary>
    public bool ByPlatform => _readings.ByPlatform;

    /// <summary>True: a picture or file is kept until a receipt names it.</summary>
    public bool MediaByPlatform => _media.ByPlatform;

    /// <summary><c>platform</c> or <c>broker</c>.</summary>
    public string Word => ByPlatform ? ConfirmWords.Platform : ConfirmWords.Broker;

    /// <summary>A platform that sends receipts is there.</summary>
    public ValueTask SawReceiptsAsync(CancellationToken ct) => _readings.GiveAsync(() => ConfirmationLog.ByPlatform(log), ct);

    /// <summary>A platform whose receipts name the files it has is there.</summary>
    public ValueTask SawMediaReceiptsAsync(CancellationToken ct) => _media.GiveAsync(() => MediaConfirmationLog.ByPlatform(log), ct);
}
