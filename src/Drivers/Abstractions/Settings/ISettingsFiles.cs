namespace EdgeGateway.Drivers.Abstractions.Settings;

/// <summary>Finds files that the configuration names; relative paths start from its own folder.</summary>
public interface ISettingsFiles
{
    /// <returns>The absolute path, or null when no such file is there.</returns>
    string? Find(string path);
}
