namespace EdgeGateway.Tests.House;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] s_notOurs = ["bin", "obj", ".git", ".run", ".vs", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <returns>Every file that is ours, by its path from the root with slashes.</returns>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Root).Order(StringComparer.Ordinal)];

    /// <returns>C# files below one of the folders.</returns>
    public static IEnumerable<SourceFile> Sources(params string[] folders) =>
        Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && folders.Any(folder => file.StartsWith(folder + "/", StringComparison.Ordinal)))
            .Select(file => new SourceFile(file, Read(file)));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            yield return Path.GetRelativePath(Root, file).Replace('\\', '/');
        }

        foreach (string below in Directory.EnumerateDirectories(folder).Where(path => !s_notOurs.Contains(Path.GetFileName(path))))
        {
            foreach (string file in Walk(below))
            {
                yield return file;
            }
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EdgeGateway.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("EdgeGateway.sln is not above the test assembly");
    }
}
