namespace EdgeGateway.Drivers.Abstractions.Settings;

/// <summary>Finds files that the configuration names; relative paths start from its own folder.</summary>
public interface ISettingsFiles
{
    /// <returns>The absolute path, or null when no such file is there.</returns>
    string? Find(string path);

    /// <summary>Reads a file of settings: JSON with comments and trailing commas, at most 4 MB.</summary>
    SettingsFile Read(string path) => SettingsFile.NotThere(path);
}
