using System.Text;

namespace EdgeGateway.Protocol.Multipart;

/// <summary>
/// Finds boundary lines: dashes, the boundary, an optional <c>--</c>, blanks, line end. How many dashes is not
/// checked, because headers and lines disagree on it; a line without any counts only until one with dashes was seen.
/// </summary>
/// <param name="core">The boundary without dashes.</param>
/// <param name="other">
/// When the first line used another boundary than the one announced: that one too. A first line that was only damaged
/// on its way must not cost the rest of a stream.
/// </param>
internal sealed class DelimiterSearch(string core, string? other = null)
{
    private const int MostBlanks = 64;

    private readonly byte[][] _cores = other is null || other == core
        ? [Encoding.UTF8.GetBytes(core)] : [Encoding.UTF8.GetBytes(core), Encoding.UTF8.GetBytes(other)];
    private bool _dashed;

    /// <summary>Bytes that must stay in view so that a boundary line cut in two is still found.</summary>
    public int Tail => Longest + MostBlanks + 8;

    private int Longest => _cores.Max(core => core.Length);

    /// <param name="data">Starts where a line starts.</param>
    /// <param name="from">Where to look on; moved to where the next call may look on.</param>
    /// <param name="final">No more bytes will come.</param>
    /// <param name="found">The boundary line.</param>
    public Verdict Find(ReadOnlySpan<byte> data, ref int from, bool final, out Delimiter found)
    {
        Span<int> hits = stackalloc int[_cores.Length];
        for (int i = 0; i < hits.Length; i++)
        {
            hits[i] = Seek(data, i, from);
        }

        while (First(hits) is var core && hits[core] != int.MaxValue)
        {
            from = hits[core];
            var verdict = Judge(data, from, _cores[core].Length, final, out found);
            if (verdict != Verdict.No)
            {
                _dashed |= verdict == Verdict.Yes && found.Start < from;
                return verdict;
            }

            hits[core] = Seek(data, core, from + 1);
        }

        from = Math.Max(from, data.Length - Longest + 1);
        found = default;
        return Verdict.No;
    }

    /// <summary>Whether a boundary line starts exactly at <paramref name="at"/>.</summary>
    public Verdict Match(ReadOnlySpan<byte> data, int at, bool final, out Delimiter found)
    {
        int dashes = data[at..].IndexOfAnyExcept((byte)'-');
        int start = dashes < 0 ? data.Length : at + dashes;
        var result = Verdict.No;
        found = default;
        foreach (byte[] core in _cores)
        {
            var verdict = Match(data, at, start, core, final, out var candidate);
            if (verdict == Verdict.Yes)
            {
                _dashed |= start > at;
                found = candidate;
                return Verdict.Yes;
            }

            result = verdict == Verdict.NeedMore ? verdict : result;
        }

        return result;
    }

    private Verdict Match(ReadOnlySpan<byte> data, int at, int start, byte[] core, bool final, out Delimiter found)
    {
        found = default;
        var rest = data[start..];
        if (rest.Length < core.Length)
        {
            return !final && core.AsSpan().StartsWith(rest) ? Verdict.NeedMore : Verdict.No;
        }

        if (!rest.StartsWith(core) || (start == at && _dashed))
        {
            return Verdict.No;
        }

        var verdict = JudgeEnd(data, start + core.Length, final, out int next, out bool closing);
        found = new Delimiter(at, next, closing);
        return verdict;
    }

    private int Seek(ReadOnlySpan<byte> data, int core, int from) =>
        data[from..].IndexOf(_cores[core]) is var hit and >= 0 ? from + hit : int.MaxValue;

    private static int First(ReadOnlySpan<int> hits) => hits.Length > 1 && hits[1] < hits[0] ? 1 : 0;

    private Verdict Judge(ReadOnlySpan<byte> data, int at, int length, bool final, out Delimiter found)
    {
        int start = data[..at].LastIndexOfAnyExcept((byte)'-') + 1;
        found = default;
        if ((start > 0 && data[start - 1] != (byte)'\n') || (start == at && _dashed))
        {
            return Verdict.No;
        }

        var verdict = JudgeEnd(data, at + length, final, out int next, out bool closing);
        found = new Delimiter(start, next, closing);
        return verdict;
    }

    private static Verdict JudgeEnd(ReadOnlySpan<byte> data, int at, bool final, out int next, out bool closing)
    {
        var rest = data[at..];
        closing = rest.StartsWith("--"u8);
        next = at + (closing ? 2 : 0);
        if (closing)
        {
            return Verdict.Yes;
        }

        int blanks = rest.IndexOfAnyExcept((byte)' ', (byte)'\t');
        next = blanks < 0 ? data.Length : at + blanks;
        return blanks > MostBlanks || (blanks < 0 && rest.Length > MostBlanks) ? Verdict.No : JudgeLineEnd(data, ref next, final, blanks == 0);
    }

    private static Verdict JudgeLineEnd(ReadOnlySpan<byte> data, ref int next, bool final, bool mayClose)
    {
        switch (data[next..])
        {
            case [(byte)'\n', ..]:
                next++;
                return Verdict.Yes;
            case [(byte)'\r', (byte)'\n', ..]:
                next += 2;
                return Verdict.Yes;
            case [] or [(byte)'\r']:
                next = final ? data.Length : next;
                return final ? Verdict.Yes : Verdict.NeedMore;
            case [(byte)'-'] when mayClose && !final:
                return Verdict.NeedMore;
            default:
                return Verdict.No;
        }
    }
}
