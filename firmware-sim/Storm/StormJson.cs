using System.Text.Json.Serialization;

namespace EdgeGateway.Sim.Storm;

/// <summary>JSON of the report, one line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StormReport))]
public sealed partial class StormJson : JsonSerializerContext;
