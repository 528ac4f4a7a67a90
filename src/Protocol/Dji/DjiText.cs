using System.Text;

namespace EdgeGateway.Protocol.Dji;

/// <summary>One piece of a text that holds messages.</summary>
/// <param name="Topic">What stood in front of it, as tools print it that show topics; null when nothing did.</param>
/// <param name="Json">From brace to brace; what is no message stands here as it is.</param>
public readonly record struct DjiPiece(string? Topic, ReadOnlyMemory<byte> Json);

/// <summary>Finds messages that stand one behind the other in a text, each on lines of its own or not, with or without its topic in front.</summary>
public static class DjiText
{
    public static IEnumerable<DjiPiece> Split(ReadOnlyMemory<byte> text)
    {
        text = Trimmed(text);
        while (text.Length > 0)
        {
            int brace = text.Span.IndexOf((byte)'{');
            int line = text.Span.IndexOf((byte)'\n');
            if (brace < 0 || (line >= 0 && line < brace))
            {
                int end = line < 0 ? text.Length : line;
                yield return new DjiPiece(null, text[..end]);
                text = Trimmed(text[end..]);
                continue;
            }

            int length = Length(text.Span[brace..]);
            string before = Encoding.UTF8.GetString(text.Span[..brace]).Trim();
            yield return new DjiPiece(before.Length > 0 ? before : null, text.Slice(brace, length));
            text = Trimmed(text[(brace + length)..]);
        }
    }

    /// <summary>Up to the brace that closes the first one; all of it when none does.</summary>
    private static int Length(ReadOnlySpan<byte> text)
    {
        int depth = 0;
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case (byte)'\\' when quoted:
                    i++;
                    break;
                case (byte)'"':
                    quoted = !quoted;
                    break;
                case (byte)'{' when !quoted:
                    depth++;
                    break;
                case (byte)'}' when !quoted && --depth == 0:
                    return i + 1;
            }
        }

        return text.Length;
    }

    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> text)
    {
        int start = text.Span.IndexOfAnyExcept(" \t\r\n\uFEFF"u8);
        return start < 0 ? default : text[start..];
    }
}
