using System.Globalization;
using System.Text;

namespace EdgeGateway.Drivers.PlateCamera;

/// <summary>Takes chunked transfer coding off a recorded body; what does not fit is taken as it is.</summary>
internal static class HttpChunks
{
    public static ReadOnlyMemory<byte> Join(ReadOnlyMemory<byte> body)
    {
        var whole = new MemoryStream();
        var rest = body.Span;
        while (rest.IndexOf("\r\n"u8) is var line and > 0 && Size(rest[..line]) is { } size && size <= rest.Length - line - 2)
        {
            if (size == 0)
            {
                return whole.ToArray();
            }

            whole.Write(rest.Slice(line + 2, size));
            rest = rest[(line + 2 + size)..];
            rest = rest.StartsWith("\r\n"u8) ? rest[2..] : rest;
        }

        whole.Write(rest);
        return whole.ToArray();
    }

    private static int? Size(ReadOnlySpan<byte> line)
    {
        int end = line.IndexOf((byte)';');
        string digits = Encoding.Latin1.GetString(end < 0 ? line : line[..end]).Trim();
        return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int size) && size >= 0 ? size : null;
    }
}
