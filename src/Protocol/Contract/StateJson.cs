using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Contract;

/// <summary>Source-generated JSON of everything retained.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GatewayState))]
[JsonSerializable(typeof(DeviceState))]
[JsonSerializable(typeof(Catalogue))]
public sealed partial class StateJson : JsonSerializerContext;
