using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Tests.House;
using EdgeGateway.Tests.Platform.Examples;

namespace EdgeGateway.Tests.Platform;

/// <summary>What docs/platform holds: most of it made by the code, and what the platform writes, and the envelope, by hand.</summary>
internal static class PlatformFiles
{
    public const string Folder = "docs/platform/";

    private const string SchemaEnd = ".schema.json";

    private static readonly JsonSerializerOptions s_plain = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the gateway sends besides readings and batches, by the name of its schema.</summary>
    public static IReadOnlyDictionary<string, Type> Messages { get; } = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["manifest"] = typeof(ManifestBody),
        ["state"] = typeof(GatewayState),
        ["device"] = typeof(DeviceState),
        ["catalogue"] = typeof(Catalogue),
        ["reply"] = typeof(CommandAnswer),
    };

    /// <summary>Schemas written by hand: the envelope that hand-written code writes, and what the platform sends.</summary>
    public static IReadOnlyList<string> ByHand { get; } = ["reading", "batch", "receipt", "presence", "command", "command-payload"];

    /// <summary>Made by the code: path below <see cref="Folder"/> and content.</summary>
    public static IReadOnlyDictionary<string, string> Made { get; } = new SortedDictionary<string, string>(
        PlatformKinds.All.Concat(Messages).Select(static one => ($"schemas/{one.Key}{SchemaEnd}", Text(SchemaWriter.Of(one.Key, one.Value))))
            .Concat(ExampleReadings.All.Concat(ExampleMessages.All).Select(static one => ($"examples/{one.Key}.json", Text(JsonNode.Parse(one.Value)!))))
            .Append(("asyncapi.json", Text(AsyncApiWriter.Write())))
            .ToDictionary(static file => file.Item1, static file => file.Item2),
        StringComparer.Ordinal);

    /// <summary>Every schema that is shipped, by its <c>$id</c>.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Schemas { get; } =
        Names("schemas/", SchemaEnd).Select(static name => Json($"schemas/{name}{SchemaEnd}")).ToDictionary(static schema => schema.GetProperty("$id").GetString()!, StringComparer.Ordinal);

    /// <returns>What is there, without folder and ending; <c>args/</c> stays in front of what lies there.</returns>
    public static IEnumerable<string> Names(string folder, string ending) =>
        from file in Repository.Files
        where file.StartsWith(Folder + folder, StringComparison.Ordinal) && file.EndsWith(ending, StringComparison.Ordinal)
        select file[(Folder.Length + folder.Length)..^ending.Length];

    public static JsonElement Json(string file) => JsonDocument.Parse(Repository.Read(Folder + file)).RootElement;

    /// <returns><c>$id</c> of the schema for what an example shows; for a reading that of its envelope.</returns>
    public static string SchemaOf(string example) => SchemaIds.SchemaOf(
        PlatformKinds.All.ContainsKey(example) ? "reading" : example switch { "receipt-media" => "receipt", "state-will" => "state", _ => example.Replace("args/", "args.", StringComparison.Ordinal) });

    private static string Text(JsonNode json) => json.ToJsonString(s_plain) + "\n";
}
