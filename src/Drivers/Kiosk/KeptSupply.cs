using System.Text.Json.Serialization;

namespace EdgeGateway.Drivers.Kiosk;

/// <summary>What is known of a supply, as it is remembered over restarts.</summary>
/// <param name="Module">As <see cref="SupplyLevel.Module"/>.</param>
/// <param name="Name">As <see cref="SupplyLevel.Name"/>.</param>
/// <param name="State">As it was last told.</param>
/// <param name="Level">As it was last told; null for words only.</param>
/// <param name="InPieces">Whether <paramref name="Use"/> is in pieces; else in percent.</param>
/// <param name="Use">How it was used: seconds, change, steps, again and again; null for nothing.</param>
internal sealed record KeptSupply(string Module, string Name, string State, double? Level, bool InPieces, IReadOnlyList<double>? Use)
{
    private const int Fields = 3;

    [JsonIgnore]
    public IEnumerable<UseSpan> Spans => (Use ?? []).Chunk(Fields).Where(chunk => chunk.Length == Fields && chunk[0] >= 0).Select(chunk => new UseSpan(chunk[0], chunk[1], (int)Math.Clamp(chunk[2], 0, int.MaxValue)));

    public static IReadOnlyList<double>? UseOf(IReadOnlyList<UseSpan> spans) =>
        spans.Count == 0 ? null : [.. spans.SelectMany(span => new[] { Math.Round(span.Seconds), Math.Round(span.Change, 1), span.Steps })];
}
