using System.Globalization;
using System.Text;

namespace EdgeGateway.Protocol.Multipart;

/// <summary>The headers of a part that matter here; names in any letter case, with or without a space behind the colon.</summary>
public sealed record PartHeaders
{
    public static readonly PartHeaders None = new();

    /// <summary>Content-Type as written, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>Parameter <c>charset</c> of the Content-Type, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>Parameter <c>name</c> of the Content-Disposition, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Parameter <c>filename</c> of the Content-Disposition, or null.</summary>
    public string? FileName { get; init; }

    /// <summary>Content-ID without angle brackets, or null.</summary>
    public string? ContentId { get; init; }

    /// <summary>Content-Length in bytes when it is a number from 0, else null. Cameras get it wrong.</summary>
    public long? ContentLength { get; init; }

    internal static PartHeaders Parse(ReadOnlySpan<byte> block)
    {
        string? type = null;
        string? disposition = null;
        string? length = null;
        string? id = null;
        while (!block.IsEmpty)
        {
            int end = block.IndexOf((byte)'\n');
            var line = end < 0 ? block : block[..end];
            block = end < 0 ? [] : block[(end + 1)..];
            type = Value(line, "content-type:"u8) ?? type;
            disposition = Value(line, "content-disposition:"u8) ?? disposition;
            length = Value(line, "content-length:"u8) ?? length;
            id = Value(line, "content-id:"u8) ?? id;
        }

        return new PartHeaders
        {
            ContentType = type,
            Charset = HeaderParameter.Find(type, "charset"),
            Name = HeaderParameter.Find(disposition, "name"),
            FileName = HeaderParameter.Find(disposition, "filename"),
            ContentId = id?.Trim('<', '>') is { Length: > 0 } bare ? bare : null,
            ContentLength = length is null ? null : Length(length),
        };
    }

    private static string? Value(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name) =>
        line.Length >= name.Length && Ascii.EqualsIgnoreCase(line[..name.Length], name) ? Encoding.UTF8.GetString(line[name.Length..]).Trim() : null;

    private static long? Length(string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long length) ? length : null;
}
