using System.Text;
using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Tests.EdgeGateway.Configuration;

/// <summary>A folder of its own for one configuration file, and one invented driver.</summary>
public sealed class ConfigurationFixture : IDisposable
{
    public const string Good = """
        {
          // a comment, and a trailing comma below
          "site": { "code": "440100000012100001", "position": { "lat": 23.16, "lon": 113.23 } },
          "gateway": { "id": "gz-baiyun-01" },
          "store": { "folder": "data" },
          "uplink": { "brokers": [ { "host": "127.0.0.1" } ] },
          "inbox": { "port": 8080 },
          "devices": [ { "id": "cam-01", "driver": "made-up", "mode": "push" }, ],
        }
        """;

    public static readonly DriverDescriptor MadeUp = DriverDescriptor.For(
        "made-up",
        "PlateCamera.MadeUp",
        ["plate.read"],
        reader => new MadeUpOptions(reader.Text("mode") ?? "pull", reader.Secret("token")),
        (_, _) => throw new InvalidOperationException("a configuration is only read here"),
        options => options.Mode == "push");

    public ConfigurationFixture() => Directory.CreateDirectory(Folder);

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "edge-configuration-" + Path.GetRandomFileName());

    public Dictionary<string, string> Environment { get; } = [];

    public string File => Path.Combine(Folder, "gateway.json");

    public ConfigurationResult Load(string text) => Load(Encoding.UTF8.GetBytes(text));

    public ConfigurationResult Load(byte[] bytes)
    {
        System.IO.File.WriteAllBytes(File, bytes);
        return GatewayConfiguration.Load(File, Environment, [MadeUp]);
    }

    public GatewaySettings Settings(string text)
    {
        var result = Load(text);
        Assert.Empty(result.Findings);
        return result.Settings!;
    }

    /// <returns>Path and code of every finding.</returns>
    public (string, string)[] Seen(string text) => [.. Load(text).Findings.Select(finding => (finding.Path, finding.Code))];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

internal sealed record MadeUpOptions(string Mode, Secret? Token);
