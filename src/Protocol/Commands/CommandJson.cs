using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Commands;

/// <summary>Source-generated JSON of answers.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CommandAnswer))]
public sealed partial class CommandJson : JsonSerializerContext;
