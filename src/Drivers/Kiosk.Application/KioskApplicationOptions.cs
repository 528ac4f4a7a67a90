using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Drivers.Transport.Folders;

namespace EdgeGateway.Drivers.Kiosk.Application;

/// <summary>Settings of one kiosk whose own software speaks to the gateway.</summary>
public sealed record KioskApplicationOptions
{
    /// <summary>What the kiosk writes behind its id when it posts, at least 8 characters; null: it does not post.</summary>
    public Secret? Token { get; init; }

    /// <summary>Where the kiosk leaves files; null: it leaves none.</summary>
    public DropFolderSettings? Spool { get; init; }

    /// <summary>A file that ends inside a message may still grow: so long after it last grew it is told as it is, 1 s to 30 min; default 20 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>So long without a message the kiosk counts as gone, 10 s to 7 days; default 3 min; null: its silence means nothing.</summary>
    public TimeSpan? Silence { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How often the state is told without a change, 1 min to 24 h; default 5 min.</summary>
    public TimeSpan StateEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What kiosks of this site do; default the eighteen businesses of the product.</summary>
    public BusinessCatalogue Catalogue { get; init; } = BusinessTable.Value;
}
