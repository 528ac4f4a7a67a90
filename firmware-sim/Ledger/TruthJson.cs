using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdgeGateway.Sim.Ledger;

/// <summary>JSON of the ledger, one object a line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(TruthLine))]
public sealed partial class TruthJson : JsonSerializerContext
{
    /// <summary>Leaves Chinese characters readable.</summary>
    public static TruthJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
