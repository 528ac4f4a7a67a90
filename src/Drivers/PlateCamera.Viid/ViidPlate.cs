using EdgeGateway.Drivers.Abstractions;
using System.Globalization;
using EdgeGateway.Drivers.PlateCamera;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Protocol.Plates;
using EdgeGateway.Protocol.Viid.Json;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>The plate of a MotorVehicleObject.</summary>
internal static class ViidPlate
{
    public static PlateInfo Of(ViidValue vehicle, FlagList flags)
    {
        string raw = vehicle["PlateNo"].Raw;
        string? given = ViidWords.PlateClass(vehicle["PlateClass"], flags);
        bool? has = ViidWords.Flag(vehicle["HasPlate"], flags);
        var plate = PlateParser.Parse(raw, new PlateContext { HasPlate = has, PlateClass = given });
        int? colour = ViidWords.PlateColour(vehicle["PlateColor"], flags);
        flags.AddRange(plate.Flags);
        var info = plate.ToInfo(raw, colour);
        return info with
        {
            PlateClass = given ?? info.PlateClass,
            Confidence = Percent(vehicle["PlateReliability"]),
            CharConfidence = CharConfidence(vehicle["PlateCharReliability"].Text),
            IsDecked = vehicle["IsDecked"].Flag(),
            IsAltered = vehicle["IsAltered"].Flag(),
            IsCovered = vehicle["IsCovered"].Flag(),
        };
    }

    /// <returns>The plate of the trailer, or null when there is none.</returns>
    public static PlateInfo? Attached(ViidValue vehicle)
    {
        var plate = vehicle["PlateNoAttach"].Text is { } raw ? PlateParser.Parse(raw, PlateContext.None) : null;
        return plate is null || plate.Outcome is PlateOutcome.NoPlate or PlateOutcome.Unread ? null : plate.ToInfo(vehicle["PlateNoAttach"].Raw, null);
    }

    public static double? Percent(ViidValue value) => value.Number() is { } percent and >= 0 and <= 100 ? percent : null;

    // Pairs such as 苏-99, joined by commas; the plate's own hyphens stand for characters that were not read.
    private static List<int>? CharConfidence(string? text)
    {
        var values = new List<int>();
        foreach (string pair in text?.Split(',', 33, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            int hyphen = pair.LastIndexOf('-');
            if (values.Count == 32 || !double.TryParse(pair.AsSpan(hyphen + 1), CultureInfo.InvariantCulture, out double value) || value is not (>= 0 and <= 100))
            {
                return null;
            }

            values.Add((int)Math.Round(value, MidpointRounding.AwayFromZero));
        }

        return values.Count == 0 ? null : values;
    }
}
