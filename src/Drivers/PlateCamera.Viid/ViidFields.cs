using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Viid.Json;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>The body's own names and values, nested as it nests; long texts are shortened, they are pictures.</summary>
internal static class ViidFields
{
    private const int LongestText = 256;
    private const int Shown = 32;

    public static JsonObject Of(ViidDocument document)
    {
        var fields = Of(document.Root) as JsonObject ?? new JsonObject { ["list"] = Of(document.Root) };
        List<string> doubts = [];
        doubts.AddRange(document.CharsetGuessed ? ["CHARSET_GUESSED"] : []);
        doubts.AddRange(document.Malformed ? ["HTTP_MALFORMED"] : []);
        doubts.AddRange(document.Repaired ? ["JSON_REPAIRED"] : []);
        if (doubts.Count > 0)
        {
            fields["flags"] = new JsonArray([.. doubts.Select(doubt => (JsonNode?)doubt)]);
        }

        return fields;
    }

    /// <summary>Start line and headers of an exchange without a body.</summary>
    public static JsonObject OfHead(ReadOnlySpan<byte> head)
    {
        string[] lines = Encoding.Latin1.GetString(head).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var fields = new JsonObject { ["start"] = lines[0] };
        foreach (string line in lines.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && !fields.ContainsKey(line[..colon]))
            {
                fields[line[..colon]] = line[(colon + 1)..].Trim();
            }
        }

        return fields;
    }

    private static JsonNode? Of(ViidValue value) => value.Kind switch
    {
        ViidKind.Object => Members(value),
        ViidKind.List => new JsonArray([.. value.Children().Select(Of)]),
        ViidKind.True => true,
        ViidKind.False => false,
        ViidKind.Number => Number(value),
        ViidKind.Text => Text(value),
        _ => null,
    };

    private static JsonObject Members(ViidValue value)
    {
        var fields = new JsonObject();
        foreach (var child in value.Children().Where(child => !fields.ContainsKey(child.Name)))
        {
            fields[child.Name] = Of(child);
        }

        return fields;
    }

    private static JsonNode? Text(ViidValue value) => value.Utf8.Length <= LongestText
        ? value.Raw
        : string.Create(CultureInfo.InvariantCulture, $"{value.Raw[..Math.Min(Shown, value.Raw.Length)]}... ({value.Utf8.Length} bytes)");

    // As it stands: a double would round what has more than 15 digits.
    private static JsonNode? Number(ViidValue value) =>
        value.Number() is { } number && Math.Abs(number) < 1e15 ? JsonNode.Parse(value.Raw) : value.Raw;
}
