using System.Text.Json.Serialization;
using EdgeGateway.Drivers.Abstractions.HotList;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>A line of the notice box as it stands on disk.</summary>
/// <param name="Number">Order in which they were found.</param>
/// <param name="Origin">Whom it is for.</param>
/// <param name="Key">Key of the notice.</param>
/// <param name="Notice">Null once it was answered: the key stays, so that a device's repeat makes no second notice.</param>
internal sealed record KeptNotice(long Number, string Origin, string Key, HotListNotice? Notice);

/// <summary>Source-generated JSON of the lines.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptNotice))]
internal sealed partial class KeptNoticeJson : JsonSerializerContext;
