using System.Text.Json.Serialization;

namespace EdgeGateway.Commands;

/// <summary>Source-generated JSON of the ledger's lines.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CommandCase))]
internal sealed partial class CommandCaseJson : JsonSerializerContext;
