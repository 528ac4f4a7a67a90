using System.Text;

namespace EdgeGateway.Protocol.Nut;

/// <summary>What an answer is about.</summary>
public enum NutWord
{
    /// <summary><c>OK</c>, with or without more.</summary>
    Ok,

    /// <summary><c>ERR CODE</c>.</summary>
    Error,

    /// <summary><c>BEGIN LIST ...</c>.</summary>
    Begin,

    /// <summary><c>END LIST ...</c>.</summary>
    End,

    /// <summary><c>UPS name "description"</c>.</summary>
    Ups,

    /// <summary><c>VAR ups variable "value"</c>.</summary>
    Variable,
}

/// <summary>
/// One line of an answer (Network UPS Tools, developer guide, "Network protocol information"): words with blanks between them;
/// a text in double quotes is one word, and in it a backslash takes the next character as it is.
/// </summary>
/// <param name="Word">By the first word.</param>
/// <param name="Arguments">The words behind it, quotes and escapes undone.</param>
public sealed record NutLine(NutWord Word, IReadOnlyList<string> Arguments)
{
    private const int MostWords = 16;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="line">One line without its end.</param>
    public static NutItem Read(ReadOnlySpan<byte> line)
    {
        if (Text(line) is not { } text)
        {
            return new NutItem(null, NutFaults.Text);
        }

        var words = new List<string>();
        return Split(text, words) is { } fault ? new NutItem(null, fault) : Sort(words);
    }

    /// <summary>Code of an <c>ERR</c>; empty when it names none.</summary>
    public string Code => Word == NutWord.Error && Arguments.Count > 0 ? Arguments[0] : string.Empty;

    private static string? Text(ReadOnlySpan<byte> line)
    {
        try
        {
            string text = s_strict.GetString(line);
            return text.Any(char.IsControl) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? Split(string text, List<string> words)
    {
        int at = 0;
        while (true)
        {
            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }

            if (at == text.Length)
            {
                return null;
            }

            if (words.Count == MostWords)
            {
                return NutFaults.TooMany;
            }

            if (Take(text, ref at) is not { } word)
            {
                return NutFaults.Quotes;
            }

            words.Add(word);
        }
    }

    private static string? Take(string text, ref int at)
    {
        bool quoted = text[at] == '"';
        at += quoted ? 1 : 0;
        var word = new StringBuilder();
        for (; at < text.Length; at++)
        {
            char letter = text[at];
            if (quoted ? letter == '"' : letter == ' ')
            {
                at += quoted ? 1 : 0;
                return word.ToString();
            }

            if (letter == '\\' && ++at == text.Length)
            {
                return null;
            }

            word.Append(text[at]);
        }

        return quoted ? null : word.ToString();
    }

    private static NutItem Sort(List<string> words)
    {
        (NutWord Word, int Least)? sort = words.FirstOrDefault() switch
        {
            "OK" => (NutWord.Ok, 0),
            "ERR" => (NutWord.Error, 1),
            "BEGIN" => (NutWord.Begin, 2),
            "END" => (NutWord.End, 2),
            "UPS" => (NutWord.Ups, 1),
            "VAR" => (NutWord.Variable, 3),
            _ => null,
        };
        return sort is var (word, least) && words.Count - 1 >= least ? new NutItem(new NutLine(word, words[1..]), null) : new NutItem(null, NutFaults.Shape);
    }
}
