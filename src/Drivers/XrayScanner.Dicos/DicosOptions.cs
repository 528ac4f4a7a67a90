using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Protocol.Parcels;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>Settings of one scanner that writes DICOS files or sends them.</summary>
public sealed record DicosOptions
{
    /// <summary>Where files come in, and the limits for those that are sent too; these stay in a folder of the gateway's own.</summary>
    public required DropFolderSettings Folder { get; init; }

    /// <summary>A file that ends in the middle, a report without a decision and a picture without pixels may still be growing: so long after it last grew it is told as it is; default 20 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The receiver for C-STORE; null when files come by the folder alone.</summary>
    public StoreOptions? Store { get; init; }

    /// <summary>Whether the medical classes of CT and DX are taken too; default no.</summary>
    public bool Medical { get; init; }

    /// <summary>Whether a picture is shown to the platform as a small one of its own; default yes.</summary>
    public bool Preview { get; init; } = true;

    /// <summary>What becomes of the files themselves; default on demand.</summary>
    public DicosOriginals Originals { get; init; } = DicosOriginals.OnDemand;

    /// <summary>From a detector's words to category codes, the site's own first.</summary>
    public ParcelTextRules Rules { get; init; } = ParcelTextRules.Default;
}
