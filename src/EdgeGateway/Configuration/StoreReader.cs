using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>Reads section <c>store</c>.</summary>
internal static class StoreReader
{
    private const long KB = 1024;

    private const long MB = 1024 * KB;

    /// <summary>Stands for "no limit" while the reader knows no absent size.</summary>
    private const long NoLimit = 0;

    public static StoreSettings Read(SettingsReader store, string folder)
    {
        var standard = new StoreSettings { Folder = string.Empty };
        var settings = standard with
        {
            Folder = PathReader.Resolve(store, "folder", store.RequiredText("folder", ConfigurationWords.FolderNeeded), folder),
            CommitReadings = store.Whole("commitReadings", standard.CommitReadings, 1, 100_000),
            CommitBytes = store.Size("commitBytes", standard.CommitBytes, 64 * KB, 1024 * MB),
            WaitingReadings = store.Whole("waitingReadings", standard.WaitingReadings, 1, 1_000_000),
            WaitingBytes = store.Size("waitingBytes", standard.WaitingBytes, MB, 4096 * MB),
            DedupeMost = store.Whole("dedupeMost", standard.DedupeMost, 0, 10_000_000),
            DedupeKeep = store.Duration("dedupeKeep", standard.DedupeKeep, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30)),
            DatabaseMost = DatabaseMost(store),
            Lanes = LaneRulesReader.Read(store.Section("lanes")),
            Evidence = Evidence(store.Section("evidence")),
            Reserve = store.Has("reserve") ? store.Size("reserve", MB, MB, 1024 * 1024 * MB) : null,
            Ballast = store.Size("ballast", standard.Ballast, 0, 1024 * MB),
            FlashEndurance = store.Size("flashEndurance", standard.FlashEndurance, 1024 * 1024 * MB, 1024 * 1024 * 1024 * MB),
        };
        store.Finish();
        return settings;
    }

    private static EvidenceSettings Evidence(SettingsReader? section)
    {
        var standard = new EvidenceSettings();
        if (section is null)
        {
            return standard;
        }

        var settings = new EvidenceSettings
        {
            Keep = section.Duration("keep", standard.Keep, TimeSpan.FromDays(1), TimeSpan.FromDays(3650)),
            Quota = section.Size("quota", standard.Quota, MB, 1024 * 1024 * MB),
        };
        section.Finish();
        return settings;
    }

    private static long? DatabaseMost(SettingsReader store) =>
        store.Size("databaseMost", NoLimit, 64 * MB, 1024 * 1024 * MB) is var most and not NoLimit ? most : null;
}
