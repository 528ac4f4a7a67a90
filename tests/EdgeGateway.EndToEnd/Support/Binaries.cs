namespace EdgeGateway.EndToEnd.Support;

/// <summary>The programs under test, as the build left them.</summary>
public static class Binaries
{
    public static string Root { get; } = FindRoot();

    public static string Gateway => Of("src/EdgeGateway", "edgegateway");

    public static string Simulator => Of("firmware-sim", "edgesim");

    public static string Bench => Of("tests/EdgeGateway.Benchmarks", "edgebench");

    /// <returns>A tool of the system; servers are in /usr/sbin, which is not on everybody's PATH.</returns>
    public static string Tool(string name) =>
        $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin".Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException($"{name} is missing; test.sh installs it");

    private static string Of(string project, string name) => Path.Combine(Root, project, "bin", Configuration, "net10.0", name);

    private static string Configuration =>
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Debug{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Debug" : "Release";

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EdgeGateway.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("EdgeGateway.sln is not above the tests");
    }
}
