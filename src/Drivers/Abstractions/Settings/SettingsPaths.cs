namespace EdgeGateway.Drivers.Abstractions.Settings;

/// <summary>Settings that name files.</summary>
public static class SettingsPaths
{
    /// <returns>The absolute path of a file; as it was written, with a finding, when no such file is there; null when the name is missing.</returns>
    public static string? ExistingFile(this SettingsReader reader, string name)
    {
        if (reader.Text(name) is not { } path || reader.Report.Files is not { } files)
        {
            return reader.Text(name);
        }

        if (files.Find(path) is { } found)
        {
            return found;
        }

        reader.Wrong(name, "file-not-readable", SettingsWords.FileNotReadable, SettingsWords.NameTheFile);
        return path;
    }
}
