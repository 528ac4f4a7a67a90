using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PlateCamera;
using EdgeGateway.Protocol.Plates;
using EdgeGateway.Protocol.Viid.Json;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>Code tables of VIID (plate-camera.md section 2.8). What is not in them gives <c>ENUM_UNKNOWN</c> and no value.</summary>
internal static class ViidWords
{
    private const string Unknown = "ENUM_UNKNOWN";

    // 01 E-W, 02 W-E, 03 S-N, 04 N-S, 05 NE-SW, 06 SW-NE, 07 SE-NW, 08 NW-SE.
    private static readonly int[] s_regional = [9, 2, 1, 4, 3, 6, 5, 8, 7];

    /// <returns>1 to 9; null when the camera does not say.</returns>
    public static int? Heading(ViidValue direction, ViidHeadings table, FlagList flags)
    {
        if (direction.Text is not { } text)
        {
            return null;
        }

        int? heading = table == ViidHeadings.Regional ? Regional(text) : text is [>= '1' and <= '9'] ? text[0] - '0' : null;
        flags.Add(heading is null, Unknown);
        return heading is Headings.Unknown ? null : heading;
    }

    /// <returns>One of the colours that plates have, or null.</returns>
    public static int? PlateColour(ViidValue colour, FlagList flags) =>
        Known(colour.Int(), colour, flags, code => code is PlateColours.Black or PlateColours.White or PlateColours.Blue or PlateColours.Yellow or PlateColours.Green or PlateColours.Other);

    /// <returns>1 to 13 or 99, or null.</returns>
    public static int? BodyColour(ViidValue colour, FlagList flags) =>
        Known(colour.Int(), colour, flags, code => code is (>= 1 and <= 13) or PlateColours.Other);

    /// <returns>Two digits of GA/T 16.7, or null; a number without its leading zero is the same.</returns>
    public static string? PlateClass(ViidValue value, FlagList flags)
    {
        int? code = Known(value.Int(), value, flags, code => code is (>= 1 and <= 27) or (>= 30 and <= 32) or (>= 41 and <= 44) or 51 or 52 or 99);
        return code?.ToString("00", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <returns>Three characters of GA/T 16.4, or null.</returns>
    public static string? VehicleClass(ViidValue value, FlagList flags)
    {
        string? text = value.Text?.ToUpperInvariant();
        bool known = text is not null && VehicleClasses.IsOne(text);
        flags.Add(text is not null && !known, Unknown);
        return known ? text : null;
    }

    public static bool? Flag(ViidValue value, FlagList flags)
    {
        bool? flag = value.Flag();
        flags.Add(flag is null && value.Text is not null, Unknown);
        return flag;
    }

    private static int? Regional(string text) => text is ['0', >= '0' and <= '8'] ? s_regional[text[1] - '0'] : null;

    private static int? Known(int? code, ViidValue value, FlagList flags, Func<int, bool> isKnown)
    {
        bool known = code is { } number && isKnown(number);
        flags.Add(!known && value.Text is not null, Unknown);
        return known ? code : null;
    }
}
