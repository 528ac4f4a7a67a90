using System.Collections.Frozen;
using System.Globalization;

namespace EdgeGateway.Protocol.Plates;

/// <summary>GA/T 16.7 plate classes (plate-camera.md sections 2.8 and 5.2).</summary>
public static class PlateClasses
{
    private static readonly FrozenSet<string> s_listed =
    [
        .. Enumerable.Range(1, 27).Concat([30, 31, 32, 41, 42, 43, 44, 51, 52, 99]).Select(code => code.ToString("00", CultureInfo.InvariantCulture)),
    ];

    /// <param name="code">As on the wire, with or without the leading zero.</param>
    /// <returns>Two digits; null when the code is not in the table of section 2.8 (<c>ENUM_UNKNOWN</c>).</returns>
    public static string? Read(string? code) =>
        code?.Trim() is not { Length: 1 or 2 } text ? null : s_listed.TryGetValue(text.PadLeft(2, '0'), out string? listed) ? listed : null;

    /// <param name="plate">The text decides validity; its class decides where the plate can be of one class only.</param>
    /// <param name="colour">VIID colour, which decides for a civil plate; null when not known.</param>
    /// <returns>Two digits, or null when text and colour do not tell.</returns>
    public static string? Of(PlateResult plate, int? colour) => plate.Outcome != PlateOutcome.Valid ? null : plate.Class switch
    {
        "CIVIL" => OfCivil(colour),
        "HKMO" => plate.Text!.EndsWith('澳') ? "27" : "26",
        "TEMP_SUFFIX" => plate.Text!.EndsWith('试') ? "18" : "22",
        "WJ_LOCAL" or "WJ_HQ" => "31",
        "MILITARY" => "32",
        "EMBASSY" or "EMBASSY_OLD" => "03",
        "CONSULATE" => "04",
        "POLICE" => "23",
        "COACH" => "16",
        "TRAILER" => "15",
        "TRACTOR" => "14",
        "NEV_SMALL" => "52",
        "NEV_LARGE" => "51",
        _ => "99",
    };

    /// <returns>The class of a seven-character civil plate by its VIID colour, or null.</returns>
    public static string? OfCivil(int? colour) => colour switch
    {
        PlateColours.Blue => "02",
        PlateColours.Yellow => "01",
        PlateColours.Black => "06",
        PlateColours.White => "23",
        _ => null,
    };
}
