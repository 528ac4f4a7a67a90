using System.Text.RegularExpressions;

namespace EdgeGateway.Tests.House;

/// <summary>A file's namespace is its folder.</summary>
internal static partial class NamespaceLaw
{
    private static readonly (string Folder, string Root)[] s_projects =
    [
        ("src/Protocol", "EdgeGateway.Protocol"),
        ("src/Drivers", "EdgeGateway.Drivers"),
        ("src/EdgeGateway", "EdgeGateway"),
        ("firmware-sim", "EdgeGateway.Sim"),
    ];

    public static IEnumerable<string> Violations(IEnumerable<SourceFile> files) =>
        from file in files
        let expected = Expected(file.Path)
        from Match found in Declared().Matches(file.Code)
        where expected is not null && found.Groups["name"].Value != expected
        select $"{file.Path}: namespace {found.Groups["name"].Value}, its folder says {expected}";

    private static string? Expected(string path)
    {
        var (folder, root) = s_projects.FirstOrDefault(project => path.StartsWith(project.Folder + "/", StringComparison.Ordinal));
        return folder is null ? null : root + path[folder.Length..path.LastIndexOf('/')].Replace('/', '.');
    }

    [GeneratedRegex("^\\s*namespace\\s+(?<name>[\\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Declared();
}
