using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Dicos;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>A file as a person reads it: the names of DICOS, values as written, nested as the sequences nest. What tells of persons is withheld.</summary>
internal static class DicosFields
{
    /// <summary>Longer bytes without a meaning are shown by their length.</summary>
    private const int MostHex = 256;

    public static JsonObject Of(DicosFile file)
    {
        var fields = new JsonObject
        {
            ["preamble"] = file.HasPreamble,
            ["transferSyntax"] = file.Syntax.Uid,
            ["meta"] = DataSet(file.Meta),
        };
        foreach (var element in file.Data.Elements)
        {
            fields[Name(element.Tag)] = element.Tag == DicosTags.Pixels ? Pixels(file.Pixels!) : Value(file.Data, element);
        }

        if (file.Doubts.Count > 0)
        {
            fields["doubts"] = Array(file.Doubts);
        }

        return fields;
    }

    private static JsonObject DataSet(DicosDataSet set)
    {
        var fields = new JsonObject();
        foreach (var element in set.Elements)
        {
            fields[Name(element.Tag)] = Value(set, element);
        }

        return fields;
    }

    private static string Name(DicosTag tag) => DicosDictionary.Find(tag)?.Name ?? tag.ToString();

    private static JsonNode? Value(DicosDataSet set, DicosElement element)
    {
        if (!element.IsKept)
        {
            return new JsonObject { [DicosPersons.IsOfPerson(element.Tag, element.Vr) ? "withheldBytes" : "bytes"] = element.Length };
        }

        if (element.Items is { } items)
        {
            return new JsonArray([.. items.Select(item => (JsonNode?)DataSet(item))]);
        }

        bool many = DicosDictionary.Find(element.Tag) is { Many: true };
        return element.Vr is DicosVr.IS or DicosVr.DS || DicosVrs.NumberSize(element.Vr) > 0 ? Numbers(set, element, many)
            : DicosVrs.IsText(element.Vr) ? Texts(set.Texts(element.Tag), many)
            : Hex(element);
    }

    // Numbers that are written as text and are none are shown as the text they are.
    private static JsonNode? Numbers(DicosDataSet set, DicosElement element, bool many)
    {
        var numbers = set.Numbers(element.Tag);
        return numbers.Count == 0 && element.Value.Length > 0
            ? (DicosVrs.IsText(element.Vr) ? Texts(set.Texts(element.Tag), many) : Hex(element))
            : many || numbers.Count > 1 ? new JsonArray([.. numbers.Select(Number)])
            : numbers.Count == 1 ? Number(numbers[0]) : null;
    }

    private static JsonNode? Number(double value) =>
        !double.IsFinite(value) ? JsonValue.Create(value.ToString(System.Globalization.CultureInfo.InvariantCulture))
        : value == Math.Floor(value) && Math.Abs(value) < 1e15 ? JsonValue.Create((long)value)
        : JsonValue.Create(value);

    private static JsonNode? Texts(IReadOnlyList<string> texts, bool many) =>
        many || texts.Count > 1 ? Array(texts) : JsonValue.Create(texts.Count == 1 ? texts[0] : string.Empty);

    private static JsonNode Hex(DicosElement element) =>
        element.Length <= MostHex ? JsonValue.Create(Convert.ToHexStringLower(element.Value.Span)) : new JsonObject { ["bytes"] = element.Length };

    private static JsonObject Pixels(DicosPixelData pixels) =>
        new() { ["offset"] = pixels.Offset, ["bytes"] = pixels.Length, ["encapsulated"] = pixels.IsEncapsulated };

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)JsonValue.Create(text))]);
}
