using System.Net;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>Reads <see cref="StoreOptions"/>.</summary>
internal static class StoreSettings
{
    private const int MostTitle = 16;
    private const int MostUid = 64;
    private const int MostOfAList = 64;

    public static StoreOptions Read(SettingsReader store)
    {
        var usual = new StoreOptions();
        var options = new StoreOptions
        {
            Listen = ReadListen(store, usual.Listen),
            Title = store.Has("aeTitle") ? ReadTitles(store, "aeTitle", [store.Text("aeTitle") ?? string.Empty]).FirstOrDefault() : null,
            Callers = ReadTitles(store, "callers", store.Has("callers") ? store.Texts("callers") ?? [] : []),
            From = ReadAddresses(store),
            Classes = ReadClasses(store),
            MostPdu = store.Whole("maxPdu", usual.MostPdu, 4_096, 131_072),
            Idle = store.Duration("idle", usual.Idle, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10)),
            Associations = store.Whole("associations", usual.Associations, 1, 32),
        };
        store.Finish();
        return options;
    }

    private static IPEndPoint ReadListen(SettingsReader store, IPEndPoint otherwise)
    {
        string? text = store.Text("listen");
        if (text is null)
        {
            return otherwise;
        }

        if (IPEndPoint.TryParse(text, out var end) && (end.Port > 0 || text.EndsWith(":0", StringComparison.Ordinal)))
        {
            return end;
        }

        store.Wrong("listen", "not-an-address", DicosWordsForPeople.NoAddress, DicosWordsForPeople.WriteListen);
        return otherwise;
    }

    private static IReadOnlyList<string> ReadTitles(SettingsReader store, string name, IReadOnlyList<string> titles)
    {
        if (titles.Count > MostOfAList || titles.Any(title => title.Trim() is not { Length: > 0 and <= MostTitle } || title.Any(c => c is < ' ' or > '~' or '\\')))
        {
            store.Wrong(name, "not-an-ae-title", DicosWordsForPeople.NoTitle, DicosWordsForPeople.WriteTitle);
        }

        return [.. titles.Select(title => title.Trim())];
    }

    private static IReadOnlyList<IPAddress> ReadAddresses(SettingsReader store)
    {
        var texts = store.Has("from") ? store.Texts("from") ?? [] : [];
        var addresses = texts.Select(text => IPAddress.TryParse(text, out var address) ? address : null).ToList();
        if (addresses.Count > MostOfAList || addresses.Contains(null))
        {
            store.Wrong("from", "not-an-address", DicosWordsForPeople.NoAddress, DicosWordsForPeople.WriteAddress);
        }

        return [.. addresses.OfType<IPAddress>()];
    }

    private static IReadOnlyList<string> ReadClasses(SettingsReader store)
    {
        var classes = store.Has("classes") ? store.Texts("classes") ?? [] : [];
        if (classes.Count > MostOfAList || classes.Any(uid => uid is not { Length: > 2 and <= MostUid } || uid.Any(c => c != '.' && !char.IsAsciiDigit(c))))
        {
            store.Wrong("classes", "not-a-uid", DicosWordsForPeople.NoUid, DicosWordsForPeople.WriteUid);
        }

        return classes;
    }
}
