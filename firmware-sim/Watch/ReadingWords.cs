using System.Globalization;
using System.Text.Json;
using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Sim.Watch;

/// <summary>One reading in one line, for a person.</summary>
internal static class ReadingWords
{
    /// <summary>What tells most about a reading that is no plate, in this order.</summary>
    private static readonly string[] s_members = ["radioId", "state", "phase", "text", "result", "value"];

    public static string Of(ReceivedLine line) => line.Kind switch
    {
        "plate.read" => string.Create(CultureInfo.InvariantCulture, $"{line.Plate ?? "(no plate)",-9} lane {line.LaneNo}  {Sizes(line)}"),
        "gap" => string.Create(CultureInfo.InvariantCulture, $"gap of {line.Count} in {line.FromSeq} to {line.ToSeq} of {line.GapEpoch ?? line.Epoch}: {line.Cause}"),
        _ => line.Media is not null ? $"{line.Kind}  {Sizes(line)}" : string.Join(' ', [line.Kind ?? "", .. Said(line.Data)]),
    };

    private static IEnumerable<string> Said(JsonElement? data)
    {
        if (data is not { ValueKind: JsonValueKind.Object } body)
        {
            return [];
        }

        JsonElement position = JsonPick.Member(body, "position");
        return s_members.Select(name => JsonPick.Member(body, name)).Append(JsonPick.Member(position, "lat")).Append(JsonPick.Member(position, "lon"))
            .Where(value => value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            .Select(value => value.ToString());
    }

    private static string Sizes(ReceivedLine line) => line.Media is { Count: > 0 } media
        ? string.Join(" + ", media.Select(picture => string.Create(CultureInfo.InvariantCulture, $"{picture.Bytes / 1000.0:0.0} kB")))
        : "no picture";
}
