using System.Text.Json.Serialization;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>How it is remembered what was told.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(KeptModule[]))]
[JsonSerializable(typeof(KeptKiosk))]
internal sealed partial class KeptJson : JsonSerializerContext;
