using System.Globalization;

namespace EdgeGateway.Protocol.Mavlink;

/// <summary>
/// The fields of a message, written as one line in the order of the wire: <c>u16 seq, u8[20] uas_id | u8 mode</c>. What stands behind
/// the bar are extension fields (drone.md section 1.5).
/// </summary>
internal static class MavLayout
{
    public static IReadOnlyList<MavField> Parse(string line)
    {
        var fields = new List<MavField>();
        string[] parts = line.Split('|');
        int offset = 0;
        for (int part = 0; part < parts.Length; part++)
        {
            foreach (string text in parts[part].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var field = Field(text, offset, part > 0);
                fields.Add(field);
                offset += field.Size;
            }
        }

        return fields;
    }

    private static MavField Field(string text, int offset, bool isExtension)
    {
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        string type = text[..space];
        int bracket = type.IndexOf('[', StringComparison.Ordinal);
        int count = bracket < 0 ? 0 : int.Parse(type.AsSpan(bracket + 1, type.Length - bracket - 2), CultureInfo.InvariantCulture);
        return new MavField(text[(space + 1)..], Type(bracket < 0 ? type : type[..bracket]), count, offset, isExtension);
    }

    private static MavFieldType Type(string word) => word switch
    {
        "u8" => MavFieldType.U8,
        "i8" => MavFieldType.I8,
        "u16" => MavFieldType.U16,
        "i16" => MavFieldType.I16,
        "u32" => MavFieldType.U32,
        "i32" => MavFieldType.I32,
        "u64" => MavFieldType.U64,
        "f32" => MavFieldType.F32,
        "char" => MavFieldType.Char,
        "t8" => MavFieldType.TextByte,
        _ => throw new ArgumentException($"no type of a field: {word}"),
    };
}
