namespace EdgeGateway.Tests.House;

/// <summary>A driver is four things, and all of them: its folder, its line in the catalog, its twin, its test with captures.</summary>
internal static class DriverLaw
{
    /// <param name="drivers">Name and folder of each line in the catalog.</param>
    /// <param name="files">Every file of the tree.</param>
    /// <param name="read">Reads one of them.</param>
    public static IEnumerable<string> Violations(IReadOnlyList<(string Name, string Folder)> drivers, IReadOnlyList<string> files, Func<string, string> read) =>
        drivers.SelectMany(driver => Missing(driver.Name, driver.Folder, files, read))
            .Concat(FoldersWithADriver(files).Except(drivers.Select(driver => driver.Folder)).Select(folder => $"src/Drivers/{folder} has no line in DriverCatalog"))
            .Concat(Twins(files).Except(drivers.Select(driver => driver.Folder)).Select(folder => $"firmware-sim/Twins/{folder} is the twin of no driver"));

    private static IEnumerable<string> Missing(string name, string folder, IReadOnlyList<string> files, Func<string, string> read)
    {
        string home = $"src/Drivers/{folder}/";
        var drivers = files.Where(file => IsDriver(file) && file.StartsWith(home, StringComparison.Ordinal)).ToArray();
        if (drivers is not [var driver])
        {
            yield return $"{home} must have exactly one <Name>Driver.cs";
            yield break;
        }

        string stem = driver[..^"Driver.cs".Length];
        foreach (string wanted in new[] { stem + "Options.cs", stem + "Mapping.cs", home + "README.md", home + "sample.json" }.Except(files))
        {
            yield return $"{wanted} is missing";
        }

        foreach (string wanted in new[] { $"firmware-sim/Twins/{folder}/", $"tests/EdgeGateway.Tests/Captures/{name}/" }.Where(wanted => !files.Any(file => file.StartsWith(wanted, StringComparison.Ordinal))))
        {
            yield return $"{wanted} is missing";
        }

        if (!files.Any(file => IsContractTest(file, folder, read)))
        {
            yield return $"tests/EdgeGateway.Tests/Drivers/{folder}/ has no test class that inherits DriverContract";
        }
    }

    private static bool IsContractTest(string file, string folder, Func<string, string> read) =>
        file.StartsWith($"tests/EdgeGateway.Tests/Drivers/{folder}/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal) &&
        CodeOnly.Of(read(file)).Replace(" ", string.Empty, StringComparison.Ordinal).Contains(":DriverContract", StringComparison.Ordinal);

    private static IEnumerable<string> FoldersWithADriver(IReadOnlyList<string> files) =>
        files.Where(IsDriver).Select(file => file.Split('/')[2]).Where(folder => folder != "Abstractions").Distinct();

    private static IEnumerable<string> Twins(IReadOnlyList<string> files) =>
        files.Where(file => file.StartsWith("firmware-sim/Twins/", StringComparison.Ordinal)).Select(file => file.Split('/')).Where(parts => parts.Length > 3).Select(parts => parts[2]).Distinct();

    private static bool IsDriver(string file) => file.Split('/') is ["src", "Drivers", _, var name] && name.EndsWith("Driver.cs", StringComparison.Ordinal);
}
