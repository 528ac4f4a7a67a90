using System.Text.RegularExpressions;

namespace EdgeGateway.Tests.House;

/// <summary>Protocol &lt;- Drivers &lt;- EdgeGateway; Protocol &lt;- firmware-sim; nothing points back.</summary>
internal static partial class ReferenceLaw
{
    /// <summary>A twin that borrowed the driver's decoder would hide its bug: so firmware-sim knows Protocol and nothing else.</summary>
    private static readonly Dictionary<string, string[]> s_mayReference = new()
    {
        ["src/Protocol/Protocol.csproj"] = [],
        ["src/Drivers/Drivers.csproj"] = ["Protocol"],
        ["src/EdgeGateway/EdgeGateway.csproj"] = ["Protocol", "Drivers"],
        ["firmware-sim/FirmwareSim.csproj"] = ["Protocol"],
    };

    private static readonly Dictionary<string, string[]> s_assemblyMayReference = new()
    {
        ["EdgeGateway.Protocol"] = [],
        ["EdgeGateway.Drivers"] = ["EdgeGateway.Protocol"],
        ["edgegateway"] = ["EdgeGateway.Protocol", "EdgeGateway.Drivers"],
        ["edgesim"] = ["EdgeGateway.Protocol"],
    };

    /// <param name="projects">Each project file of product and simulator with its text.</param>
    public static IEnumerable<string> Violations(IEnumerable<(string Path, string Text)> projects) =>
        from project in projects
        from Match reference in ProjectReference().Matches(project.Text)
        let name = reference.Groups["name"].Value
        where !s_mayReference.GetValueOrDefault(project.Path, []).Contains(name)
        select $"{project.Path} must not reference {name}";

    /// <param name="assemblies">Each assembly with the names it references.</param>
    public static IEnumerable<string> Violations(IEnumerable<(string Name, IEnumerable<string> References)> assemblies) =>
        from assembly in assemblies
        from reference in assembly.References
        where s_assemblyMayReference.ContainsKey(reference) && !s_assemblyMayReference[assembly.Name].Contains(reference)
        select $"{assembly.Name} must not reference {reference}";

    [GeneratedRegex("<(ProjectReference|Reference)\\s+Include\\s*=\\s*\"[^\"]*?(?<name>[\\w.]+?)(\\.csproj|\\.dll)?\"")]
    private static partial Regex ProjectReference();
}
