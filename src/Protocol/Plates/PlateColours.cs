namespace EdgeGateway.Protocol.Plates;

/// <summary>Colour codes of plates and bodies: VIID ColorType is what this product speaks (plate-camera.md section 2.8).</summary>
public static class PlateColours
{
    public const int Black = 1;
    public const int White = 2;
    public const int Blue = 5;
    public const int Yellow = 6;
    public const int Green = 9;
    public const int Other = 99;

    /// <param name="code">GA number of a plate colour (hpys): 0 white, 1 yellow, 2 blue, 3 black, 4 green, 5 unread, 9 other.</param>
    /// <returns>The VIID code; 99 for everything else, the fault -1 included.</returns>
    public static int FromGa(int code) => code switch
    {
        0 => White,
        1 => Yellow,
        2 => Blue,
        3 => Black,
        4 => Green,
        _ => Other,
    };

    /// <param name="letter">GA/T 16.8 letter of a body colour, A to J and Z; K (unrecognised) is an addition of one vendor.</param>
    /// <returns>The VIID code, or null when the text is none of these letters.</returns>
    public static int? BodyFromGa(string letter) => letter.ToUpperInvariant() switch
    {
        "A" => White,
        "B" => 3,
        "C" => Yellow,
        "D" => 12,
        "E" => 4,
        "F" => 10,
        "G" => Green,
        "H" => Blue,
        "I" => 8,
        "J" => Black,
        "K" or "Z" => Other,
        _ => null,
    };
}
