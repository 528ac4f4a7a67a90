using System.Text.Json.Serialization;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>How records are kept on disk.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ToldParcel))]
internal sealed partial class ToldParcelJson : JsonSerializerContext;
