using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Protocol.Parcels;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>Reads <see cref="DicosOptions"/> from a device's entry.</summary>
internal static class DicosSettings
{
    private static readonly Dictionary<string, DicosOriginals> s_originals = new(StringComparer.Ordinal)
    {
        ["on-demand"] = DicosOriginals.OnDemand,
        ["all"] = DicosOriginals.All,
        ["none"] = DicosOriginals.None,
    };

    /// <summary>Each association may hold an object of the greatest length in memory.</summary>
    private const long MostAtOnce = 2L << 30;

    public static DicosOptions Read(SettingsReader device)
    {
        var options = ReadAll(device);
        if (options.Store is { } store && store.Associations * options.Folder.MostBytes > MostAtOnce)
        {
            device.Wrong("mostBytes", "too-much-at-once", DicosWordsForPeople.TooMuchAtOnce, DicosWordsForPeople.WriteLess);
        }

        return options;
    }

    private static DicosOptions ReadAll(SettingsReader device) => new()
    {
        Folder = ReadFolder(device),
        Patience = device.Duration("patience", TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(30)),
        Store = device.Section("storescp") is { } store ? StoreSettings.Read(store) : null,
        Medical = device.Flag("medicalClasses", false),
        Preview = device.Flag("preview", true),
        Originals = device.Choice("originals", DicosOriginals.OnDemand, s_originals),
        Rules = ReadRules(device),
    };

    private static DropFolderSettings ReadFolder(SettingsReader device)
    {
        string path = device.RequiredText("folder", DicosWordsForPeople.WriteFolder);
        if (path.Length > 0 && !path.StartsWith('/'))
        {
            device.Wrong("folder", "not-a-folder", DicosWordsForPeople.NoFolder, DicosWordsForPeople.WriteFolder);
        }

        string? marker = device.Text("marker");
        if (marker is not null && (marker.Length == 0 || marker.Contains('/')))
        {
            device.Wrong("marker", "not-a-name", DicosWordsForPeople.NoName, DicosWordsForPeople.WriteMarker);
        }

        return new DropFolderSettings(path)
        {
            Settle = device.Duration("settle", TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1)),
            Rescan = device.Duration("rescan", TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1)),
            MostBytes = device.Size("mostBytes", 64L << 20, 64L << 10, 512L << 20),
            Marker = marker,
            KeepFor = device.Duration("keepFor", TimeSpan.FromDays(7), TimeSpan.FromHours(1), TimeSpan.FromDays(365)),
            KeepBytes = device.Size("keepBytes", 2L << 30, 1L << 20, 1L << 40),
        };
    }

    /// <summary>The site's own rules go before the usual ones.</summary>
    private static ParcelTextRules ReadRules(SettingsReader device)
    {
        var own = new List<(string, string)>();
        foreach (var rule in device.Items("categories"))
        {
            own.Add((rule.RequiredText("text", DicosWordsForPeople.WriteRule), rule.RequiredText("category", DicosWordsForPeople.WriteRule)));
            rule.Finish();
        }

        return own.Count == 0 ? ParcelTextRules.Default : new ParcelTextRules([.. own, .. ParcelTextRules.Usual]);
    }
}
