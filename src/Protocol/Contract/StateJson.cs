using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Contract;

/// <summary>Source-generated JSON of everything retained, and of manifests; times as everywhere in the contract.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(UtcMilliseconds)])]
[JsonSerializable(typeof(GatewayState))]
[JsonSerializable(typeof(DeviceState))]
[JsonSerializable(typeof(Catalogue))]
[JsonSerializable(typeof(ManifestBody))]
public sealed partial class StateJson : JsonSerializerContext;
