using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>Finds the place where a text stops being JSON, and says what stands there. One character is shown and no more: the next ones may be a password.</summary>
internal static class JsonSyntax
{
    private static readonly JsonReaderOptions s_options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="text">UTF-8 without byte order mark; comments and trailing commas are welcome.</param>
    /// <param name="file">Name of the file, for the path of the finding.</param>
    /// <returns>Null when the text is JSON and every text in it is valid Unicode.</returns>
    public static Finding? Check(ReadOnlySpan<byte> text, string file)
    {
        if (!Utf8.IsValid(text))
        {
            return At(text, FirstInvalid(text), file, "not-utf8", ConfigurationWords.NotUtf8, ConfigurationWords.SaveAsUtf8);
        }

        var reader = new Utf8JsonReader(text, s_options);
        try
        {
            while (reader.Read())
            {
                _ = reader.ValueIsEscaped && reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }

            return null;
        }
        catch (JsonException syntax)
        {
            int offset = Offset(text, syntax.LineNumber ?? 0, syntax.BytePositionInLine ?? 0);
            var (problem, right) = SyntaxWords.Of(Standing(text, offset));
            return At(text, offset, file, "syntax", problem, right);
        }
        catch (InvalidOperationException)
        {
            return At(text, (int)reader.TokenStartIndex, file, "half-character", ConfigurationWords.HalfCharacter, ConfigurationWords.WriteItWhole);
        }
    }

    private static Finding At(ReadOnlySpan<byte> text, int offset, string file, string code, Words problem, Words right)
    {
        var before = text[..offset];
        int line = before.Count((byte)'\n') + 1;
        int column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return new Finding(FormattableString.Invariant($"{file}:{line}:{column}"), code, SyntaxWords.InLine(line, column, problem), right);
    }

    private static int Offset(ReadOnlySpan<byte> text, long line, long byteInLine)
    {
        int start = 0;
        for (; line > 0; line--)
        {
            start += text[start..].IndexOf((byte)'\n') + 1;
        }

        return (int)Math.Min(start + byteInLine, text.Length);
    }

    private static Rune? Standing(ReadOnlySpan<byte> text, int offset)
    {
        if (offset >= text.Length)
        {
            return null;
        }

        _ = Rune.DecodeFromUtf8(text[offset..], out var rune, out _);
        return rune;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        int offset = 0;
        while (Rune.DecodeFromUtf8(text[offset..], out _, out int consumed) == System.Buffers.OperationStatus.Done)
        {
            offset += consumed;
        }

        return offset;
    }
}
