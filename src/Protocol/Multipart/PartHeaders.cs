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

    /// <summary>Content-Length in bytes when it is a number from 0, else null. Cameras get it wrong.</summary>
    public long? ContentLength { get; init; }

    internal static PartHeaders Parse(ReadOnlySpan<byte> block)
    {
        var headers = None;
        while (!block.IsEmpty)
        {
            int end = block.IndexOf((byte)'\n');
            headers = headers.With(end < 0 ? block : block[..end]);
            block = end < 0 ? [] : block[(end + 1)..];
        }

        return headers;
    }

    private PartHeaders With(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf((byte)':');
        if (colon <= 0)
        {
            return this;
        }

        var name = line[..colon].Trim((byte)' ');
        string value = Encoding.UTF8.GetString(line[(colon + 1)..]).Trim();
        return true switch
        {
            _ when Ascii.EqualsIgnoreCase(name, "content-type"u8) =>
                this with { ContentType = value, Charset = HeaderParameter.Find(value, "charset") },
            _ when Ascii.EqualsIgnoreCase(name, "content-length"u8) => this with { ContentLength = Length(value) },
            _ when Ascii.EqualsIgnoreCase(name, "content-disposition"u8) => this with
            {
                Name = HeaderParameter.Find(value, "name"),
                FileName = HeaderParameter.Find(value, "filename"),
            },
            _ => this,
        };
    }

    private static long? Length(string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long length) ? length : null;
}
