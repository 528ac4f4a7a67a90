using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>Paths of the file: relative ones start from its own folder, not from where the process was started.</summary>
internal static class PathReader
{
    /// <returns>The absolute path; as it was, with a finding, when it is none.</returns>
    public static string Resolve(SettingsReader reader, string name, string path, string folder)
    {
        if (path.Contains('\0'))
        {
            reader.Wrong(name, "not-a-path", ConfigurationWords.NotAPath, ConfigurationWords.FolderNeeded);
            return path;
        }

        return path.Length == 0 ? path : Path.GetFullPath(path, folder);
    }
}
