using System.Text.Json;
using EdgeGateway.Protocol.Text;

namespace EdgeGateway.Protocol.Kiosks;

/// <summary>
/// The body of a post, or a file: one object, a list of objects, or one object a line. Every message is read by itself: a bad one is named, and the next good one
/// is still read. In a list that is no JSON only what stands before the mistake can be.
/// </summary>
public static class KioskMessages
{
    public const int MostMessages = 1000;
    public const int MostBytes = 4 * 1024 * 1024;
    public const int MostMessageBytes = 64 * 1024;

    private static readonly JsonReaderOptions s_depth = new() { MaxDepth = 16 };

    /// <param name="bytes">The body; what is longer than <see cref="MostBytes"/> is not read.</param>
    /// <param name="charset">Parameter of its Content-Type, or null.</param>
    /// <param name="zone">Of times that name none.</param>
    public static IReadOnlyList<KioskItem> Read(ReadOnlyMemory<byte> bytes, string? charset, TimeSpan zone)
    {
        if (bytes.Length > MostBytes)
        {
            return [Bad(0, KioskFaults.TooLong)];
        }

        if (Charsets.ToUtf8(bytes, charset) is not { } body)
        {
            return [Bad(0, KioskFaults.Charset)];
        }

        var items = Pieces(body.Bytes).Select((piece, index) => Item(piece, index, zone)).Take(MostMessages + 1).ToList();
        if (items.Count > MostMessages)
        {
            items[MostMessages] = Bad(MostMessages, KioskFaults.TooMany);
        }

        return items.Count > 0 ? items : [Bad(0, KioskFaults.Empty)];
    }

    private static KioskItem Bad(int index, string fault) => new(index, null, fault);

    private static KioskItem Item((ReadOnlyMemory<byte> Bytes, string? Fault) piece, int index, TimeSpan zone)
    {
        string? fault = piece.Fault ?? (piece.Bytes.Length > MostMessageBytes ? KioskFaults.TooLong : null);
        var message = fault is null ? KioskReader.Read(piece.Bytes, zone, out fault) : null;
        return new KioskItem(index, message, fault);
    }

    private static IEnumerable<(ReadOnlyMemory<byte> Bytes, string? Fault)> Pieces(ReadOnlyMemory<byte> body)
    {
        var text = Trimmed(body);
        return text.IsEmpty ? [] : text.Span[0] == '[' ? OfList(text) : IsOne(text.Span) ? [(text, null)] : IsCut(text.Span) ? [(default, KioskFaults.Truncated)] : OfLines(text);
    }

    /// <summary>One value over several lines is no list of lines.</summary>
    private static bool IsOne(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, s_depth);
        try
        {
            return reader.Read() && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static List<(ReadOnlyMemory<byte> Bytes, string? Fault)> OfList(ReadOnlyMemory<byte> text)
    {
        var pieces = new List<(ReadOnlyMemory<byte>, string?)>();
        var reader = new Utf8JsonReader(text.Span, s_depth);
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray && pieces.Count <= MostMessages)
            {
                int start = (int)reader.TokenStartIndex;
                reader.Skip();
                pieces.Add((text[start..(int)reader.BytesConsumed], null));
            }

            if (pieces.Count <= MostMessages && reader.Read())
            {
                pieces.Add((default, KioskFaults.NotJson));
            }
        }
        catch (JsonException)
        {
            pieces.Add((default, IsCut(text.Span) ? KioskFaults.Truncated : KioskFaults.NotJson));
        }

        return pieces;
    }

    /// <summary>Lines that begin no object stand for one mistake together, however many they are.</summary>
    private static IEnumerable<(ReadOnlyMemory<byte> Bytes, string? Fault)> OfLines(ReadOnlyMemory<byte> text)
    {
        bool isLost = false;
        while (!text.IsEmpty)
        {
            int end = text.Span.IndexOf((byte)'\n');
            var line = Trimmed(end < 0 ? text : text[..end]);
            text = end < 0 ? default : text[(end + 1)..];
            if (line.IsEmpty)
            {
                continue;
            }

            bool begins = line.Span[0] == '{';
            if (begins || !isLost)
            {
                yield return begins ? (line, text.IsEmpty && IsCut(line.Span) ? KioskFaults.Truncated : null) : (default, KioskFaults.NotJson);
            }

            isLost = !begins;
        }
    }

    /// <summary>Whether it could be the beginning of JSON: a file that is still written, or a body that was cut.</summary>
    private static bool IsCut(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, isFinalBlock: false, new JsonReaderState(s_depth));
        try
        {
            while (reader.Read())
            {
            }

            return reader.CurrentDepth > 0 || reader.BytesConsumed == 0 || reader.BytesConsumed < text.Length;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> blanks = " \t\r\n\0"u8;
        int start = bytes.Span.IndexOfAnyExcept(blanks);
        return start < 0 ? default : bytes[start..(bytes.Span.LastIndexOfAnyExcept(blanks) + 1)];
    }
}
