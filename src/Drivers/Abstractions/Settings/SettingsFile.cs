using System.Text.Json;

namespace EdgeGateway.Drivers.Abstractions.Settings;

/// <summary>A file of settings beside the configuration; exactly one of the two is there.</summary>
/// <param name="Root">Its content; texts in it are valid Unicode.</param>
/// <param name="Mistake">Why there is none.</param>
public sealed record SettingsFile(JsonElement? Root, Finding? Mistake)
{
    /// <summary>What stands between the name of a file and a path in it: <c>maps/door.json: rules[0].kind</c>.</summary>
    internal const string Inside = ": ";

    public static SettingsFile NotThere(string path) => new(null, new Finding(path, "file-not-readable", SettingsWords.FileNotReadable, SettingsWords.NameTheFile));
}

/// <summary>Settings that stand in a file of their own.</summary>
public static class SettingsFiles
{
    /// <summary>Reads the file whose path stands under this name; its mistakes are named by the file and the path in it.</summary>
    /// <param name="reader">Where the path stands.</param>
    /// <param name="name">Under which name.</param>
    /// <param name="read">Reads the content.</param>
    /// <returns>Null when nothing stands there, when there are no files, and, with a finding, when the file cannot be read.</returns>
    public static T? InFile<T>(this SettingsReader reader, string name, Func<SettingsReader, T> read)
        where T : class
    {
        if (reader.Text(name) is not { Length: > 0 } path || reader.Report.Files is not { } files)
        {
            return null;
        }

        var file = files.Read(path);
        if (file.Root is not { } root)
        {
            bool isMissing = file.Mistake!.Code == "file-not-readable";
            reader.Report.Add(isMissing ? file.Mistake with { Path = reader.Path.Length == 0 ? name : $"{reader.Path}.{name}" } : file.Mistake);
            return null;
        }

        // What a file may contain is no path of the configuration: its names are asked for apart.
        var report = new SettingsReport(reader.Report.Secrets) { Files = files };
        var content = read(new SettingsReader(root, path + SettingsFile.Inside, report));
        foreach (var finding in report.Findings)
        {
            reader.Report.Add(finding);
        }

        return content;
    }
}
