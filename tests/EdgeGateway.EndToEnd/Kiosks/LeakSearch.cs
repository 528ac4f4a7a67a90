using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace EdgeGateway.EndToEnd.Kiosks;

/// <summary>Looks for words in bytes: as UTF-8, as UTF-16, escaped as JSON escapes them, and inside what was packed with gzip.</summary>
internal sealed class LeakSearch
{
    private const int Overlap = 4096;

    private readonly string[] _words;
    private readonly SearchValues<string> _all;

    public LeakSearch(IEnumerable<string> words)
    {
        // Every byte is a character of Latin-1, so that one search serves all encodings.
        _words = [.. words.SelectMany(Forms).Select(Encoding.Latin1.GetString).Distinct(StringComparer.Ordinal)];
        _all = SearchValues.Create(_words, StringComparison.OrdinalIgnoreCase);
    }

    public int Words => _words.Length;

    /// <returns>What stands there; UTF-8 as bytes, so that a message names it only roughly.</returns>
    public IReadOnlyList<string> In(byte[] bytes)
    {
        byte[] plain = bytes is [0x1F, 0x8B, ..] ? Unpacked(bytes) : bytes;
        string text = Encoding.Latin1.GetString(plain);
        return text.AsSpan().IndexOfAny(_all) < 0 ? [] : [.. _words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>A file of any size, in pieces that overlap.</summary>
    public IReadOnlyList<string> InFile(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var found = new List<string>();
        var piece = new byte[8 * 1024 * 1024];
        int kept = 0;
        for (int got = file.Read(piece, kept, piece.Length - kept); got > 0; got = file.Read(piece, kept, piece.Length - kept))
        {
            found.AddRange(In(piece[..(kept + got)]));
            int tail = Math.Min(Overlap, kept + got);
            piece.AsSpan(kept + got - tail, tail).CopyTo(piece);
            kept = tail;
        }

        return [.. found.Distinct()];
    }

    /// <param name="line">Topic, a blank, the payload in hex.</param>
    public IReadOnlyList<string> InHeard(string line)
    {
        int blank = line.IndexOf(' ', StringComparison.Ordinal);
        return [.. In(Encoding.UTF8.GetBytes(line[..Math.Max(blank, 0)])), .. In(Convert.FromHexString(line.AsSpan(blank + 1)))];
    }

    /// <summary>Two characters of UTF-16 are four bytes, which stand in other texts too: a name may be the same as [[[[.</summary>
    private static IEnumerable<byte[]> Forms(string word) =>
        [Encoding.UTF8.GetBytes(word), Encoding.ASCII.GetBytes(Escaped(word)), .. word.Length > 2 ? new[] { Encoding.Unicode.GetBytes(word) } : []];

    private static string Escaped(string word) => string.Concat(word.Select(static letter => letter is '+' or > '\x7E' ? $"\\u{((int)letter).ToString("x4", CultureInfo.InvariantCulture)}" : letter.ToString()));

    private static byte[] Unpacked(byte[] packed)
    {
        using var plain = new MemoryStream();
        using var source = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        source.CopyTo(plain);
        return plain.ToArray();
    }
}
