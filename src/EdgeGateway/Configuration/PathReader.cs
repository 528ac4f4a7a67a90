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

    /// <returns>The absolute path of a file that is there, or null.</returns>
    public static string? ExistingFile(SettingsReader reader, string name, string folder)
    {
        if (reader.Text(name) is not { } path)
        {
            return null;
        }

        string full = Resolve(reader, name, path, folder);
        if (!File.Exists(full))
        {
            reader.Wrong(name, "file-not-readable", ConfigurationWords.FileNotReadable, ConfigurationWords.NameTheFile);
        }

        return full;
    }
}
