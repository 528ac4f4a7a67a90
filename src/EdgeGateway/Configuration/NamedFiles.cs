using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>Files beside the configuration.</summary>
/// <param name="folder">Folder of the configuration, absolute.</param>
internal sealed class NamedFiles(string folder) : ISettingsFiles
{
    public string? Find(string path)
    {
        // A NUL is no part of any path, and Path throws on it.
        bool isPath = path.Length > 0 && !path.Contains('\0');
        return isPath && Path.GetFullPath(path, folder) is var full && File.Exists(full) ? full : null;
    }

    public SettingsFile Read(string path) =>
        Find(path) is not { } full ? SettingsFile.NotThere(path)
        : ConfigurationFile.TryRead(full, out var document, out var mistake) ? new SettingsFile(document.RootElement, null)
        : new SettingsFile(null, mistake);
}
