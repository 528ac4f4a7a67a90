using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>Reads section <c>store</c>.</summary>
internal static class StoreReader
{
    private const long MB = 1024 * 1024;

    public static StoreSettings Read(SettingsReader store, string folder)
    {
        var standard = new StoreSettings { Folder = string.Empty };
        var settings = standard with
        {
            Folder = PathReader.Resolve(store, "folder", store.RequiredText("folder", ConfigurationWords.FolderNeeded), folder),
            CommitReadings = store.Whole("commitReadings", standard.CommitReadings, 1, 10_000),
            QueueReadings = store.Whole("queueReadings", standard.QueueReadings, 1, 100_000),
            QueueBytes = store.Size("queueBytes", standard.QueueBytes, MB, 4096 * MB),
            RememberIdentifiers = store.Whole("rememberIdentifiers", standard.RememberIdentifiers, 1_000, 10_000_000),
        };
        store.Finish();
        return settings;
    }
}
