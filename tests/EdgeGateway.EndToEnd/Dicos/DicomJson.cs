using System.Globalization;
using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Dicos;

namespace EdgeGateway.EndToEnd.Dicos;

/// <summary>Compares what another program says of a file, in the DICOM JSON model, with what our reader made of it: every element, both ways.</summary>
internal static class DicomJson
{
    private const string Pixels = "7FE00010";

    /// <returns>How many elements were compared.</returns>
    public static int Compare(JsonObject told, DicosDataSet got, string where)
    {
        Assert.Equal(told.Select(element => element.Key.ToUpperInvariant()).Order(StringComparer.Ordinal), got.Elements.Select(element => Key(element.Tag)).Order(StringComparer.Ordinal));
        int compared = 0;
        foreach (var (key, element) in told)
        {
            string path = $"{where}/{key}";
            var tag = new DicosTag(uint.Parse(key, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            compared += 1 + (key == Pixels ? 0 : Element(element!.AsObject(), got, tag, path));
        }

        return compared;
    }

    private static int Element(JsonObject told, DicosDataSet got, DicosTag tag, string path)
    {
        string vr = told["vr"]!.GetValue<string>();
        var values = told["Value"] as JsonArray ?? [];
        switch (vr)
        {
            case "SQ":
                var items = got.Items(tag);
                Assert.True(values.Count == items.Count, $"{path}: {values.Count} items, read {items.Count}");
                return values.Select((item, i) => Compare(item!.AsObject(), items[i], $"{path}[{i}]")).Sum();
            case "FL":
                Same(values.Select(value => (float)value!.GetValue<double>()), got.Numbers(tag).Select(number => (float)number), path);
                break;
            case "US" or "SS" or "UL" or "SL" or "FD" or "IS" or "DS":
                Same(values.Select(Number), got.Numbers(tag), path);
                break;
            case "OB" or "OW" or "UN":
                Same(Convert.FromBase64String(told["InlineBinary"]?.GetValue<string>() ?? ""), got.Find(tag)!.Value.ToArray(), path);
                break;
            default:
                Same(values.Select(value => value?.GetValue<string>() ?? ""), got.Texts(tag).Where((text, i) => i > 0 || text.Length > 0), path);
                break;
        }

        return 0;
    }

    private static double Number(JsonNode? value) =>
        value!.GetValueKind() == System.Text.Json.JsonValueKind.String ? double.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture) : value.GetValue<double>();

    private static void Same<T>(IEnumerable<T> told, IEnumerable<T> got, string path) =>
        Assert.True(told.SequenceEqual(got), $"{path}: told {string.Join('|', told)}, read {string.Join('|', got)}");

    private static string Key(DicosTag tag) => string.Create(CultureInfo.InvariantCulture, $"{tag.Group:X4}{tag.Element:X4}");
}
