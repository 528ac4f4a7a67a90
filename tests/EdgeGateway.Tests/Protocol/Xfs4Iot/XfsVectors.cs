using System.Text;
using System.Text.Json.Nodes;

namespace EdgeGateway.Tests.Protocol.Xfs4Iot;

/// <summary>The cases of the folder, as far as they are messages.</summary>
internal static class XfsVectors
{
    private static readonly string s_root = Path.Combine(AppContext.BaseDirectory, "Captures", "kiosk-xfs4iot");

    public static IEnumerable<string> Names => Directory.GetFiles(s_root, "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Where(name => Case(name)["steps"] is not null).Order();

    public static JsonObject Case(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(s_root, name + ".json")))!.AsObject();

    public static IEnumerable<JsonObject> Steps(string name) => Case(name)["steps"]!.AsArray().Select(step => step!.AsObject());

    /// <summary>Every message of every case.</summary>
    public static IReadOnlyList<byte[]> Messages => [.. Names.SelectMany(Steps).Select(step => Encoding.UTF8.GetBytes(step["text"]?.GetValue<string>() ?? step["message"]!.ToJsonString()))];
}
