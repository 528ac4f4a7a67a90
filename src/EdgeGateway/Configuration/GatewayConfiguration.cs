using System.Collections;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>Reads <c>gateway.json</c>. Never throws for what a person wrote: every mistake is a finding.</summary>
public static class GatewayConfiguration
{
    /// <summary>Reads with the environment of this process and the drivers of the product.</summary>
    /// <param name="path">The file; paths inside it are relative to its folder.</param>
    public static ConfigurationResult Load(string path) => Load(path, ProcessEnvironment(), DriverCatalog.All);

    /// <param name="path">The file; paths inside it are relative to its folder.</param>
    /// <param name="environment">Where overrides and secrets by <c>{"env": ...}</c> and <c>{"credential": ...}</c> are looked up.</param>
    /// <param name="drivers">What <c>devices[].driver</c> may name.</param>
    public static ConfigurationResult Load(string path, IReadOnlyDictionary<string, string> environment, IReadOnlyList<DriverDescriptor> drivers)
    {
        _ = (path, environment, drivers);
        return new ConfigurationResult(null, [new Finding(string.Empty, "unreadable", new Words("cannot be read", "无法读取"), new Words("write it", "请写"))]);
    }

    private static Dictionary<string, string> ProcessEnvironment() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(
            entry => (string)entry.Key, entry => entry.Value as string ?? string.Empty, StringComparer.Ordinal);
}
