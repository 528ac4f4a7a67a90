using System.Text.Json.Serialization;

namespace EdgeGateway.Sim.Receipts;

/// <summary>JSON of what the platform says.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(MediaReceipt))]
[JsonSerializable(typeof(Presence))]
public sealed partial class ReceiptJson : JsonSerializerContext;
