namespace EdgeGateway.Protocol.Viid.Objects;

/// <summary>Type of a SubImage (plate-camera.md section 2.6).</summary>
public static class ViidImageTypes
{
    public const string Vehicle = "01";
    public const string Plate = "02";
    public const string CloseUp = "09";
    public const string Scene = "14";
    public const string General = "100";

    /// <param name="type">As written; a number without its leading zero is the same.</param>
    /// <returns>Two or three digits out of the table, or null.</returns>
    public static string? Known(string? type)
    {
        string? padded = type?.PadLeft(2, '0');
        return padded is "01" or "02" or "03" or "04" or "05" or "06" or "07" or "08" or "09" or "10" or "11" or "12" or "13" or "14" or "100" ? padded : null;
    }

    /// <summary>Driver, co-driver, person and face: pictures of people.</summary>
    public static bool IsOfPerson(string? known) => known is "04" or "05" or "10" or "11";
}
