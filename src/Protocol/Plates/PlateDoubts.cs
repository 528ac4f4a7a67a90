namespace EdgeGateway.Protocol.Plates;

/// <summary>What lowers the trust in a plate without making it invalid (plate-camera.md section 5.2, rules around the table).</summary>
public static class PlateDoubts
{
    public const string ColourConflict = "COLOUR_CONFLICT";
    public const string ManyLetters = "MANY_LETTERS";
    public const string ZeroSerial = "ZERO_SERIAL";
    public const string IssuerUnused = "ISSUER_UNUSED";

    /// <param name="plate">Any outcome; doubts are raised on valid plates only.</param>
    /// <param name="colour">VIID colour that the device names beside the text; null and 99 conflict with nothing.</param>
    public static IReadOnlyList<string> Of(PlateResult plate, int? colour)
    {
        if (plate is not { Outcome: PlateOutcome.Valid, Text: { } text, Class: { } name })
        {
            return [];
        }

        var doubts = new List<string>();
        if (IsConflict(name, colour) || IsConflict(name, plate.PrefixColour) || Differ(colour, plate.PrefixColour))
        {
            doubts.Add(ColourConflict);
        }

        if (name == "CIVIL")
        {
            doubts.AddRange(OfCivil(text));
        }

        if (PlateGrammar.IsProvince(text[0]) && char.IsAsciiLetterUpper(text[1]) && !PlateIssuers.IsUsed(text[0], text[1]))
        {
            doubts.Add(IssuerUnused);
        }

        return doubts;
    }

    private static IEnumerable<string> OfCivil(string text)
    {
        string serial = text[2..];
        if (serial.Count(char.IsAsciiLetterUpper) >= 3)
        {
            yield return ManyLetters;
        }

        if (serial == "00000")
        {
            yield return ZeroSerial;
        }
    }

    private static bool Differ(int? field, int? prefix) => field is not (null or PlateColours.Other) && prefix is not null && field != prefix;

    // Column "plate colour" of section 5.2; paper plates have any.
    private static bool IsConflict(string name, int? colour) => colour is not (null or PlateColours.Other) && name switch
    {
        "EMERGENCY" or "WJ_LOCAL" or "WJ_HQ" or "MILITARY" or "POLICE" => colour != PlateColours.White,
        "EMBASSY" or "EMBASSY_OLD" or "CONSULATE" or "HKMO" => colour != PlateColours.Black,
        "COACH" or "TRAILER" => colour != PlateColours.Yellow,
        "AVIATION" => colour is not (PlateColours.Green or PlateColours.Black),
        "TRACTOR" or "NEV_SMALL" or "NEV_LARGE" => colour != PlateColours.Green,
        "CIVIL" => colour is not (PlateColours.Blue or PlateColours.Yellow or PlateColours.Black or PlateColours.White),
        _ => false,
    };
}
