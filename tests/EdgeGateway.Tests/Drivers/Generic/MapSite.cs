using System.Text;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Generic;

namespace EdgeGateway.Tests.Drivers.Generic;

/// <summary>Maps written in a test, and what they make of messages.</summary>
internal static class MapSite
{
    public static readonly DateTimeOffset Received = new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);

    private static readonly JsonDocumentOptions s_options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static string Example(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Examples", name + ".json"));

    public static SensorMap Read(string json, out IReadOnlyList<Finding> findings) => Read(json, out findings, out _);

    public static SensorMap Read(string json, out IReadOnlyList<Finding> findings, out IReadOnlyCollection<string> asked)
    {
        var report = new SettingsReport(new NoSecrets());
        var map = SensorMapReader.Read(new SettingsReader(JsonDocument.Parse(json, s_options).RootElement, string.Empty, report));
        (findings, asked) = (report.Findings, report.AskedPaths);
        return map;
    }

    /// <summary>A map without mistakes.</summary>
    public static SensorMap Map(string json)
    {
        var map = Read(json, out var findings);
        Assert.Empty(findings);
        return map;
    }

    /// <summary>A map of one rule.</summary>
    public static SensorMap Rule(string members) => Map($$"""{ "rules": [ { {{members}} } ] }""");

    public static MapOutcome Apply(SensorMap map, string message, string topic = "")
    {
        var body = MessageReader.Read(Encoding.UTF8.GetBytes(message));
        return MapEvaluation.Of(map, Assert.Single(body.Messages), topic, Received, TimeSpan.FromHours(8));
    }

    private sealed class NoSecrets : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => null;
    }
}
