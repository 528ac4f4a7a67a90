using System.Globalization;

namespace EdgeGateway.Sim.Http;

/// <summary>How the end of an answer is found (RFC 9112 section 6.3).</summary>
/// <param name="Bytes">Content-Length; null when none.</param>
/// <param name="Chunked">Transfer-Encoding: chunked.</param>
/// <param name="Closes">Connection: close.</param>
public readonly record struct AnswerLength(int? Bytes, bool Chunked, bool Closes)
{
    public bool UntilEnd => Bytes is null && !Chunked;

    public static AnswerLength Of(string headers, int status)
    {
        int? bytes = status is 204 or 304 ? 0 : null;
        bool chunked = false;
        bool closes = false;
        foreach (string line in headers.Split("\r\n"))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string name = colon < 0 ? "" : line[..colon].Trim().ToLowerInvariant();
            string value = line[(colon + 1)..].Trim();
            bytes = name == "content-length" && int.TryParse(value, CultureInfo.InvariantCulture, out int length) ? length : bytes;
            chunked |= name == "transfer-encoding" && value.Equals("chunked", StringComparison.OrdinalIgnoreCase);
            closes |= name == "connection" && value.Equals("close", StringComparison.OrdinalIgnoreCase);
        }

        return new AnswerLength(bytes, chunked, closes || (bytes is null && !chunked));
    }

    /// <param name="answer">Everything read so far.</param>
    /// <param name="start">Where the body begins.</param>
    /// <returns>Where the body ends, or -1 when that is not here yet.</returns>
    public int End(ReadOnlySpan<byte> answer, int start)
    {
        if (Chunked)
        {
            return Chunks(answer, start);
        }

        return Bytes is { } bytes && answer.Length >= start + bytes ? start + bytes : -1;
    }

    private static int Chunks(ReadOnlySpan<byte> answer, int at)
    {
        while (true)
        {
            int line = answer[at..].IndexOf("\r\n"u8);
            if (line < 0 || !int.TryParse(answer.Slice(at, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int size))
            {
                return -1;
            }

            at += line + 2 + size + 2;
            if (at > answer.Length)
            {
                return -1;
            }

            if (size == 0)
            {
                return at;
            }
        }
    }
}
