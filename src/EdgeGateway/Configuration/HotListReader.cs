using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>Reads section <c>hotList</c>.</summary>
internal static class HotListReader
{
    /// <param name="hotList">The section.</param>
    /// <param name="folder">Relative paths start here.</param>
    /// <param name="hasKeys">Whether there is a key that could have signed a list.</param>
    public static HotListSettings Read(SettingsReader hotList, string folder, bool hasKeys)
    {
        var standard = new HotListSettings();
        var settings = standard with
        {
            MaxEntries = hotList.Whole("maxEntries", standard.MaxEntries, 1, 4_000_000),
            ImportFolder = hotList.Text("importFolder") is { } path ? PathReader.Resolve(hotList, "importFolder", path, folder) : null,
            ImportMaxAge = hotList.Duration("importMaxAge", standard.ImportMaxAge, TimeSpan.FromHours(1), TimeSpan.FromDays(366)),
        };
        if (settings.ImportFolder is not null && !hasKeys)
        {
            hotList.Wrong("importFolder", "no-key", HotListSettingsWords.NoKey, HotListSettingsWords.WriteAKey);
        }

        hotList.Finish();
        return settings;
    }
}
