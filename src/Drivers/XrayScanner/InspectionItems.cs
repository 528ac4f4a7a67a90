using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Protocol.Parcels;
using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>The things that a scanner, or a person who opened the parcel, found inside.</summary>
/// <param name="map">Code table and text rules of the site.</param>
/// <param name="vendor">The vendor's public codes, or null.</param>
internal sealed class InspectionItems(InspectionMap map, Func<int, string>? vendor)
{
    private const int LastPublic = 41;

    /// <param name="fields">Where the things stand.</param>
    /// <param name="body">The event.</param>
    /// <param name="picture">Size of the scanner's picture, null when not known.</param>
    /// <param name="flags">What could not be read or is not listed.</param>
    /// <returns>Null when nothing was found.</returns>
    public IReadOnlyList<ParcelItem>? Read(EventMap fields, BodyNode body, (int Width, int Height)? picture, FlagList flags)
    {
        var items = new List<ParcelItem>();
        foreach (var list in fields.Objects)
        {
            var found = list.Items.Nodes(body);
            found = found is [{ IsList: true } whole] ? whole.Children : found;
            flags.Add(items.Count + found.Count > ObjectsMap.Most, "OBJECTS_CUT");
            items.AddRange(found.Take(ObjectsMap.Most - items.Count).Select(item => Item(list, item, picture, flags)));
        }

        return items.Count > 0 ? items : null;
    }

    private ParcelItem Item(ObjectsMap fields, BodyNode item, (int Width, int Height)? picture, FlagList flags)
    {
        string? code = ScannerText.Clean(fields.Code.Text(item));
        string? text = ScannerText.Clean(fields.Text.Text(item));
        string? attribute = fields.Attribute.Text(item);
        var box = fields.Box.Read(item, picture, out bool wrong);
        flags.Add(wrong, "RECT_INCONSISTENT");
        return new ParcelItem(
            Category(code, text, flags), code, text, Confidence(fields, item, flags), ScannerText.Clean(fields.View.Text(item)) ?? fields.ViewName, box,
            Material(attribute), Threat(InspectionVerdict.GradeOf(fields.Grade.Text(item)), attribute));
    }

    /// <summary>The site knows best, then the vendor's own list, then the usual words.</summary>
    private string Category(string? code, string? text, FlagList flags)
    {
        string? category = code is not null && map.Codes.TryGetValue(code, out string? listed) ? listed : map.Texts.Find(text) ?? map.Texts.Find(code);
        category ??= vendor is not null && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? Vendor(number) : null;
        category ??= ParcelTextRules.Default.Find(text) ?? ParcelTextRules.Default.Find(code);
        flags.Add(category is null && (code ?? text) is not null, "CLASS_UNKNOWN");
        return category ?? ParcelCategories.Allowed;
    }

    // A number beyond the public list is not known to be harmless.
    private string? Vendor(int number) => number <= LastPublic ? vendor!(number) : null;

    private static double? Confidence(ObjectsMap fields, BodyNode item, FlagList flags)
    {
        string? text = fields.Confidence.Text(item);
        double? share = ParcelNumber.Read(text) / fields.Scale;
        bool right = share is >= 0 and <= 1;
        flags.Add(text is not null && !right, "CONFIDENCE_RANGE");
        return right ? share : null;
    }

    private static string? Material(string? attribute) => attribute switch
    {
        "16" => "no_liquid",
        "17" => "liquid",
        "18" => "occluded",
        _ => null,
    };

    private static bool? Threat(int? grade, string? attribute) => (grade, attribute) switch
    {
        (1 or 2, _) or (null, "33" or "34") => true,
        (0, _) or (null, "32") => false,
        _ => null,
    };
}
