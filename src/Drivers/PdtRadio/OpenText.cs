using System.Text.Json.Serialization;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>A text of ours whose far radio has not answered yet.</summary>
/// <param name="Command">Id of the order that it belongs to.</param>
/// <param name="Request">Request id of the text.</param>
/// <param name="Radio">24-bit address of the target.</param>
/// <param name="Group">Whether that is a group.</param>
/// <param name="SentAt">Before it was first sent, in milliseconds since 1970.</param>
public sealed record OpenText(string Command, uint Request, int Radio, bool Group, long SentAt);

/// <summary>How open texts are kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OpenText[]))]
internal sealed partial class OpenTextJson : JsonSerializerContext;
