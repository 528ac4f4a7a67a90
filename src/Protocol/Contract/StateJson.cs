using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Contract;

/// <summary>Source-generated JSON of everything retained, and of manifests.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GatewayState))]
[JsonSerializable(typeof(DeviceState))]
[JsonSerializable(typeof(Catalogue))]
[JsonSerializable(typeof(ManifestBody))]
public sealed partial class StateJson : JsonSerializerContext;
