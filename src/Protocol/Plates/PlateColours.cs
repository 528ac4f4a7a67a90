namespace EdgeGateway.Protocol.Plates;

/// <summary>Colours of plates: VIID ColorType is what this product speaks; the other systems are tables against it (plate-camera.md section 2.8).</summary>
public static class PlateColours
{
    public const int Black = 1;
    public const int White = 2;
    public const int Blue = 5;
    public const int Yellow = 6;
    public const int Green = 9;
    public const int Other = 99;

    /// <summary>VIID PlateColor itself: the subset of ColorType that plates use.</summary>
    public static readonly CodeTable Viid = CodeTable.Of(
        ("1", Black), ("2", White), ("5", Blue), ("6", Yellow), ("9", Green), ("99", Other), ("01", Black), ("02", White), ("05", Blue), ("06", Yellow), ("09", Green));

    /// <summary>GA number (hpys, plateColorByGAT): 0 white, 1 yellow, 2 blue, 3 black, 4 green, 5 not recognised, 9 other; -1 was seen as a fault.</summary>
    public static readonly CodeTable Ga = CodeTable.Of(
        ("0", White), ("1", Yellow), ("2", Blue), ("3", Black), ("4", Green), ("9", Other), ("5", Other), ("-1", Other));

    /// <summary>The second list that one project documents for hpys; only for peers that are known to use it.</summary>
    public static readonly CodeTable GaSecondList = CodeTable.Of(("1", Blue), ("2", Yellow), ("3", White), ("4", Black), ("5", Green));

    /// <summary>ISAPI plateColor, wire spellings.</summary>
    public static readonly CodeTable Hikvision = CodeTable.Of(
        ("white", White), ("yellow", Yellow), ("blue", Blue), ("black", Black), ("green", Green), ("newEnergyGreen", Green), ("newEnergyYellowGreen", Green),
        ("other", Other), ("unknown", Other), ("golden", Other), ("orange", Other), ("red", Other), ("brown", Other), ("mixedColor", Other),
        ("civilAviationBlack", Other), ("civilAviationGreen", Other));

    /// <summary>Dahua PlateColor, wire spellings.</summary>
    public static readonly CodeTable Dahua = CodeTable.Of(
        ("White", White), ("Yellow", Yellow), ("YellowbottomBlackText", Yellow), ("Blue", Blue), ("BluebottomWhiteText", Blue), ("Black", Black),
        ("BlackBottomWhiteText", Black), ("Green", Green), ("ShadowGreen", Green), ("YellowGreen", Green), ("Other", Other), ("Unknown", Other));

    /// <summary>English names, as people and decoders write them.</summary>
    public static readonly CodeTable Names = CodeTable.Of(
        ("black", Black), ("white", White), ("blue", Blue), ("yellow", Yellow), ("green", Green), ("yellow-green", Green), ("other", Other), ("unknown", Other));

    /// <param name="code">GA number of a plate colour.</param>
    /// <returns>The VIID code; 99 for everything else, the fault -1 included. Where an unlisted code is to be flagged, read <see cref="Ga"/>.</returns>
    public static int FromGa(int code) => Ga.Read(code) ?? Other;

    /// <param name="letter">GA/T 16.8 letter of a body colour, A to J and Z; K (unrecognised) is an addition of one vendor.</param>
    /// <returns>The VIID code, or null when the text is none of these letters.</returns>
    public static int? BodyFromGa(string letter) => BodyColours.Ga.Read(letter);
}
