using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>What the camera says of one plate, wherever it says it.</summary>
/// <param name="Raw">As written; null when no place says anything.</param>
/// <param name="HasPlate">Whether it says that there is one.</param>
/// <param name="Colour">PlateColor.</param>
/// <param name="Country">Country or region, a word or null.</param>
internal sealed record DahuaPlate(string? Raw, bool? HasPlate, DahuaNode Colour, string? Country)
{
    public PlateInfo Read(double? confidence, FlagList flags)
    {
        var plate = PlateParser.Parse(Raw, new PlateContext { HasPlate = HasPlate, Foreign = DahuaWords.IsForeign(Country) });
        int? named = DahuaWords.PlateColour(Colour, flags) ?? (Colour.Text is null ? null : PlateColours.Other);
        flags.AddRange(plate.Flags);
        var info = plate.ToInfo(Raw ?? "", named);
        return info with
        {
            PlateClass = plate.Class == "CIVIL" && Colour.Is("YellowGreen") ? "51" : info.PlateClass,
            Confidence = confidence,
            Region = Country,
        };
    }

    /// <summary>The first value above zero counts, in the order given; of nothing but zeros the first.</summary>
    public static double? Confidence(DahuaConfidence scale, params ReadOnlySpan<DahuaNode> places)
    {
        double? first = null;
        foreach (var place in places)
        {
            if (place.Number() is { } value and >= 0 and <= 255)
            {
                first ??= value;
                if (value > 0)
                {
                    return Scaled(value, scale);
                }
            }
        }

        return first;
    }

    private static double? Scaled(double value, DahuaConfidence scale) => scale switch
    {
        DahuaConfidence.Percent => value <= 100 ? value : null,
        DahuaConfidence.Auto when value <= 100 => value,
        _ => Math.Round(value / 255 * 100, MidpointRounding.AwayFromZero),
    };
}
