using System.Text.Json.Serialization;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Protocol.Contract;

/// <summary>Source-generated JSON of every body; one line a kind.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlateReadBody))]
[JsonSerializable(typeof(PlateHitBody))]
[JsonSerializable(typeof(CommandResultBody))]
[JsonSerializable(typeof(AuditBody))]
[JsonSerializable(typeof(GapBody))]
[JsonSerializable(typeof(StoreRecoveredBody))]
[JsonSerializable(typeof(DeviceStatusBody))]
public sealed partial class BodyJson : JsonSerializerContext;
