using System.Text;

namespace EdgeGateway.Sim.Twins.XrayScanner.Dicos;

/// <summary>A file of part 10: preamble, group 0002, data set (xray.md section 1.2).</summary>
public static class DicosDocument
{
    public const string Report = "1.2.840.10008.5.1.4.1.1.501.3";
    public const string Picture = "1.2.840.10008.5.1.4.1.1.501.2.1";

    private const string Implementation = "2.25.329800735698586629295641978511506172918";

    /// <param name="sopClass">Class of the object.</param>
    /// <param name="instance">Its own UID.</param>
    /// <param name="encoding">How the data set is written.</param>
    /// <param name="data">The data set.</param>
    public static byte[] File(string sopClass, string instance, DicosEncoding encoding, ReadOnlySpan<byte> data)
    {
        string syntax = encoding switch
        {
            DicosEncoding.Implicit => "1.2.840.10008.1.2",
            DicosEncoding.BigEndian => "1.2.840.10008.1.2.2",
            _ => "1.2.840.10008.1.2.1",
        };
        byte[] meta = new DicosWriter(DicosEncoding.Explicit, Encoding.ASCII, undefined: false)
            .Element(0x00020001, "OB", [0, 1])
            .Text(0x00020002, "UI", sopClass)
            .Text(0x00020003, "UI", instance)
            .Text(0x00020010, "UI", syntax)
            .Text(0x00020012, "UI", Implementation)
            .Text(0x00020013, "SH", "SCANNERTWIN")
            .ToArray();
        byte[] length = new DicosWriter(DicosEncoding.Explicit, Encoding.ASCII, undefined: false).Number(0x00020000, "UL", meta.Length).ToArray();
        return [.. new byte[128], .. "DICM"u8, .. length, .. meta, .. data];
    }
}
