using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>Reads how a folder is watched from the settings of a device, or of a part of it.</summary>
internal static class DropFolderReader
{
    private static readonly Words s_writeFolder = new("write the full path of the folder that the device writes to, such as \"/srv/xray-1\"", "请写设备写入的文件夹的完整路径，如 \"/srv/xray-1\"");
    private static readonly Words s_noFolder = new("is no full path", "不是完整路径");
    private static readonly Words s_noName = new("is no file name", "不是文件名");
    private static readonly Words s_writeMarker = new("write the name of a file that is always in the folder, such as \"mounted\"", "请写文件夹中始终存在的文件名，如 \"mounted\"");

    /// <param name="settings">Where <c>folder</c> and the others stand.</param>
    /// <param name="usualBytes">Longest file when nothing is written.</param>
    /// <param name="mostBytes">Longest that may be written.</param>
    public static DropFolderSettings Read(SettingsReader settings, long usualBytes, long mostBytes)
    {
        string path = settings.RequiredText("folder", s_writeFolder);
        if (path.Length > 0 && !path.StartsWith('/'))
        {
            settings.Wrong("folder", "not-a-folder", s_noFolder, s_writeFolder);
        }

        string? marker = settings.Text("marker");
        if (marker is not null && (marker.Length == 0 || marker.Contains('/')))
        {
            settings.Wrong("marker", "not-a-name", s_noName, s_writeMarker);
        }

        return new DropFolderSettings(path)
        {
            Settle = settings.Duration("settle", TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1)),
            Rescan = settings.Duration("rescan", TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1)),
            MostBytes = settings.Size("mostBytes", usualBytes, 64L << 10, mostBytes),
            Marker = marker,
            KeepFor = settings.Duration("keepFor", TimeSpan.FromDays(7), TimeSpan.FromHours(1), TimeSpan.FromDays(365)),
            KeepBytes = settings.Size("keepBytes", 2L << 30, 1L << 20, 1L << 40),
        };
    }
}
