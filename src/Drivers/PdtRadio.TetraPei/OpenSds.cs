using System.Text.Json.Serialization;

namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>A text of ours that is not known to have arrived.</summary>
/// <param name="Command">Id of the order.</param>
/// <param name="Reference">0 to 255.</param>
/// <param name="To">All digits of the target.</param>
/// <param name="Group">Whether that is a group.</param>
/// <param name="SentAt">Before it was sent, in milliseconds since 1970.</param>
internal sealed record OpenSds(string Command, int Reference, long To, bool Group, long SentAt);

/// <summary>How open texts are kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OpenSds[]))]
internal sealed partial class OpenSdsJson : JsonSerializerContext;
