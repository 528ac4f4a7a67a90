using System.Text;
using EdgeGateway.Protocol.Multipart;

namespace EdgeGateway.Drivers.PlateCamera;

/// <summary>Takes the head of an HTTP request or answer off a recorded exchange.</summary>
internal static class HttpHead
{
    private const int Longest = 16 * 1024;

    /// <param name="input">May start with a head; else it is returned whole.</param>
    /// <param name="contentType">Content-Type of the head, or null.</param>
    /// <returns>The body; chunked transfer coding is taken off.</returns>
    public static ReadOnlyMemory<byte> Split(ReadOnlyMemory<byte> input, out string? contentType)
    {
        contentType = null;
        var span = input.Span[..Math.Min(input.Length, Longest)];
        int line = span.IndexOf((byte)'\n');
        if (line < 0 || !IsStartLine(Encoding.Latin1.GetString(span[..line]).TrimEnd()))
        {
            return input;
        }

        int end = span.IndexOf("\r\n\r\n"u8);
        int next = end >= 0 ? end + 4 : span.IndexOf("\n\n"u8) is var bare and >= 0 ? bare + 2 : -1;
        if (next < 0)
        {
            return input;
        }

        string head = Encoding.Latin1.GetString(span[..next]);
        contentType = Header(head, "Content-Type");
        bool chunked = Header(head, "Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true;
        return chunked ? HttpChunks.Join(input[next..]) : input[next..];
    }

    private static bool IsStartLine(string line) =>
        line.StartsWith("HTTP/1.", StringComparison.Ordinal) || line.Contains(" HTTP/1.", StringComparison.Ordinal);

    private static string? Header(string head, string name)
    {
        foreach (string line in head.Split('\n'))
        {
            int colon = line.IndexOf(':');
            if (colon > 0 && line.AsSpan(0, colon).Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return line[(colon + 1)..].Trim();
            }
        }

        return null;
    }
}
