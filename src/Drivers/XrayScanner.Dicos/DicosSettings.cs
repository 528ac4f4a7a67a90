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
        Folder = DropFolderReader.Read(device, 64L << 20, 512L << 20),
        Patience = device.Duration("patience", TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(30)),
        Store = device.Section("storescp") is { } store ? StoreSettings.Read(store) : null,
        Medical = device.Flag("medicalClasses", false),
        Preview = device.Flag("preview", true),
        Originals = device.Choice("originals", DicosOriginals.OnDemand, s_originals),
        Rules = ReadRules(device),
    };

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
