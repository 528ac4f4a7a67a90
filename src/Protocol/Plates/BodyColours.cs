namespace EdgeGateway.Protocol.Plates;

/// <summary>Colours of vehicle bodies against VIID ColorType (plate-camera.md section 2.8).</summary>
public static class BodyColours
{
    public const int Unknown = 99;

    /// <summary>VIID ColorType itself: 1 black, 2 white, 3 grey, 4 red, 5 blue, 6 yellow, 7 orange, 8 brown, 9 green, 10 purple, 11 cyan, 12 pink, 13 transparent, 99 other.</summary>
    public static readonly CodeTable Viid = CodeTable.Of(
        [.. Enumerable.Range(1, 13).Append(Unknown).Select(code => (Text(code), code)), .. Enumerable.Range(1, 9).Select(code => ("0" + Text(code), code))]);

    /// <summary>GA/T 16.8 letters (csys); K is an addition of one vendor for not recognised and is never written.</summary>
    public static readonly CodeTable Ga = CodeTable.Of(
        ("A", 2), ("B", 3), ("C", 6), ("D", 12), ("E", 4), ("F", 10), ("G", 9), ("H", 5), ("I", 8), ("J", 1), ("Z", Unknown), ("K", Unknown));

    /// <summary>ISAPI vehicleInfo/color, wire spellings.</summary>
    public static readonly CodeTable Hikvision = CodeTable.Of(
        ("white", 2), ("silver", 3), ("gray", 3), ("deepGray", 3), ("black", 1), ("red", 4), ("blue", 5), ("deepBlue", 5), ("yellow", 6), ("green", 9),
        ("brown", 8), ("pink", 12), ("purple", 10), ("cyan", 11), ("orange", 7), ("unknown", Unknown));

    private static string Text(int code) => code.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
