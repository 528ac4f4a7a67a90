using System.Buffers.Binary;
using System.Text;
using EdgeGateway.Protocol.Dicos;

namespace EdgeGateway.Tests.Protocol.Dicos;

/// <summary>Writes DICOM bytes for tests, wrong ones too.</summary>
internal static class DicosBytes
{
    public const uint Undefined = 0xFFFFFFFF;
    public const string Instance = "1.2.826.0.1.3680043.10.999.7.1";

    private static readonly string[] s_long = ["OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV", "ZZ"];

    /// <summary>A threat report with preamble, explicit, with these elements behind its instance.</summary>
    public static byte[] Report(params byte[][] elements) => File("1.2.840.10008.1.2.1", DicosClasses.Tdr, elements);

    public static byte[] File(string syntax, string sopClass, params byte[][] elements) =>
        [.. new byte[128], .. "DICM"u8, .. Meta(syntax, sopClass), .. Explicit(0x00080016, "UI", Text(sopClass)), .. Explicit(0x00080018, "UI", Text(Instance)), .. elements.SelectMany(one => one)];

    public static byte[] ImplicitReport(params byte[][] elements) =>
        [.. new byte[128], .. "DICM"u8, .. Meta("1.2.840.10008.1.2", DicosClasses.Tdr), .. Implicit(0x00080016, Text(DicosClasses.Tdr)), .. Implicit(0x00080018, Text(Instance)), .. elements.SelectMany(one => one)];

    public static byte[] Explicit(uint tag, string vr, byte[] value, uint? length = null)
    {
        bool isLong = s_long.Contains(vr);
        byte[] head = new byte[isLong ? 12 : 8];
        Tag(head, tag);
        Encoding.ASCII.GetBytes(vr, head.AsSpan(4));
        if (isLong)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(8), length ?? (uint)value.Length);
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(6), (ushort)(length ?? (uint)value.Length));
        }

        return [.. head, .. value];
    }

    public static byte[] Implicit(uint tag, byte[] value, uint? length = null)
    {
        byte[] head = new byte[8];
        Tag(head, tag);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(4), length ?? (uint)value.Length);
        return [.. head, .. value];
    }

    public static byte[] Item(byte[] value, uint? length = null) => Implicit(0xFFFEE000, value, length);

    public static byte[] ItemEnd() => Implicit(0xFFFEE00D, []);

    public static byte[] SequenceEnd() => Implicit(0xFFFEE0DD, []);

    public static byte[] Decision(string word) => Explicit(0x40101031, "CS", Text(word));

    public static byte[] Us(uint tag, ushort value) => Explicit(tag, "US", [(byte)value, (byte)(value >> 8)]);

    public static byte[] Text(string text) => Encoding.ASCII.GetBytes(text.Length % 2 == 0 ? text : text + ' ');

    private static byte[] Meta(string syntax, string sopClass)
    {
        byte[] rest = [.. Explicit(0x00020002, "UI", Text(sopClass)), .. Explicit(0x00020003, "UI", Text(Instance)), .. Explicit(0x00020010, "UI", Text(syntax))];
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, rest.Length);
        return [.. Explicit(0x00020000, "UL", length), .. rest];
    }

    private static void Tag(byte[] head, uint tag)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(head, (ushort)(tag >> 16));
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(2), (ushort)tag);
    }
}
