namespace EdgeGateway.Protocol.Hytera.Lp;

/// <summary>Results of location messages; open.</summary>
public static class LpResults
{
    public const ushort Ok = 0;

    public const ushort PositionMethodFailure = 6;

    public const ushort FormatError = 0x69;

    /// <returns>Its name in the document, or null.</returns>
    public static string? NameOf(int result) => result switch
    {
        Ok => "ok",
        PositionMethodFailure => "position method failure",
        FormatError => "format error",
        _ => null,
    };
}
