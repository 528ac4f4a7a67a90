namespace EdgeGateway.Protocol.Dicos;

/// <summary>What is known of each value representation (xray.md section 1.3).</summary>
public static class DicosVrs
{
    /// <returns>None when the two bytes are no capital letters.</returns>
    public static DicosVr Read(byte first, byte second) =>
        char.IsAsciiLetterUpper((char)first) && char.IsAsciiLetterUpper((char)second) ? (DicosVr)((first << 8) | second) : DicosVr.None;

    /// <summary>The two letters.</summary>
    public static string Letters(DicosVr vr) => new([(char)((ushort)vr >> 8), (char)((ushort)vr & 0xFF)]);

    /// <summary>Two zero bytes and a length of 32 bits follow; so will the ones that are not invented yet.</summary>
    public static bool IsLongForm(DicosVr vr) => vr switch
    {
        DicosVr.OB or DicosVr.OD or DicosVr.OF or DicosVr.OL or DicosVr.OV or DicosVr.OW => true,
        DicosVr.SQ or DicosVr.SV or DicosVr.UC or DicosVr.UN or DicosVr.UR or DicosVr.UT or DicosVr.UV => true,
        _ => !Enum.IsDefined(vr),
    };

    public static bool IsText(DicosVr vr) => IsPlainText(vr) || IsCharsetText(vr);

    /// <summary>Text that (0008,0005) says how to read.</summary>
    public static bool IsCharsetText(DicosVr vr) =>
        vr is DicosVr.LO or DicosVr.SH or DicosVr.LT or DicosVr.ST or DicosVr.PN or DicosVr.UC or DicosVr.UT;

    /// <summary>Long texts have one value only, a backslash in them is a backslash.</summary>
    public static bool IsSingle(DicosVr vr) => vr is DicosVr.LT or DicosVr.ST or DicosVr.UT or DicosVr.UR;

    /// <summary>Bytes of one number; 0 for what is no binary number.</summary>
    public static int NumberSize(DicosVr vr) => vr switch
    {
        DicosVr.US or DicosVr.SS => 2,
        DicosVr.UL or DicosVr.SL or DicosVr.FL or DicosVr.OF => 4,
        DicosVr.FD or DicosVr.OD or DicosVr.SV or DicosVr.UV => 8,
        _ => 0,
    };

    private static bool IsPlainText(DicosVr vr) =>
        vr is DicosVr.AE or DicosVr.AS or DicosVr.CS or DicosVr.DA or DicosVr.DS or DicosVr.DT or DicosVr.IS or DicosVr.TM or DicosVr.UI or DicosVr.UR;
}
