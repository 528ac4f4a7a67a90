using System.Collections;
using System.Security.Cryptography;
using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>
/// Reads <c>gateway.json</c>: at most 4 MB of UTF-8 JSON, comments and trailing commas welcome, environment variables
/// laid over it (<c>EDGEGATEWAY__uplink__brokers__0__host=...</c>). Never throws for what a person wrote: every mistake
/// is a finding, all of them in one result.
/// </summary>
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
        if (!ConfigurationFile.TryRead(path, out var file, out var finding))
        {
            return new ConfigurationResult(null, [finding]);
        }

        using (file)
        {
            string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? Path.GetFullPath(path);
            var report = new SettingsReport(new SecretFiles(folder, environment)) { Files = new NamedFiles(folder) };
            var effective = EnvironmentOverrides.Apply(file.RootElement, environment, report);
            using var document = JsonDocument.Parse(effective);
            string digest = Convert.ToHexStringLower(SHA256.HashData(effective.Span));
            var settings = new GatewayReader(folder, drivers).Read(new SettingsReader(document.RootElement, string.Empty, report), digest);
            return new ConfigurationResult(report.Findings.Count == 0 ? settings : null, report.Findings) { Names = report.AskedPaths };
        }
    }

    private static Dictionary<string, string> ProcessEnvironment() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(
            entry => (string)entry.Key, entry => entry.Value as string ?? string.Empty, StringComparer.Ordinal);
}
