using System.Text;

namespace EdgeGateway.Protocol.Multipart;

/// <summary>
/// Finds boundary lines: dashes, the boundary, an optional <c>--</c>, blanks, line end. How many dashes is not
/// checked, because headers and lines disagree on it; a line without any counts only until one with dashes was seen.
/// </summary>
internal sealed class DelimiterSearch(string core)
{
    private const int MostBlanks = 64;

    private readonly byte[] _core = Encoding.UTF8.GetBytes(core);
    private bool _dashed;

    /// <summary>Bytes that must stay in view so that a boundary line cut in two is still found.</summary>
    public int Tail => _core.Length + MostBlanks + 8;

    /// <param name="data">Starts where a line starts.</param>
    /// <param name="from">Where to look on; moved to where the next call may look on.</param>
    /// <param name="final">No more bytes will come.</param>
    /// <param name="found">The boundary line.</param>
    public Verdict Find(ReadOnlySpan<byte> data, ref int from, bool final, out Delimiter found)
    {
        while (data[from..].IndexOf(_core) is var hit and >= 0)
        {
            from += hit;
            var verdict = Judge(data, from, final, out found);
            if (verdict != Verdict.No)
            {
                _dashed |= verdict == Verdict.Yes && found.Start < from;
                return verdict;
            }

            from++;
        }

        from = Math.Max(from, data.Length - _core.Length + 1);
        found = default;
        return Verdict.No;
    }

    /// <summary>Whether a boundary line starts exactly at <paramref name="at"/>.</summary>
    public Verdict Match(ReadOnlySpan<byte> data, int at, bool final, out Delimiter found)
    {
        int dashes = data[at..].IndexOfAnyExcept((byte)'-');
        int start = dashes < 0 ? data.Length : at + dashes;
        var rest = data[start..];
        found = default;
        if (rest.Length < _core.Length)
        {
            return !final && _core.AsSpan().StartsWith(rest) ? Verdict.NeedMore : Verdict.No;
        }

        if (!rest.StartsWith(_core) || (start == at && _dashed))
        {
            return Verdict.No;
        }

        var verdict = JudgeEnd(data, start + _core.Length, final, out int next, out bool closing);
        _dashed |= verdict == Verdict.Yes && start > at;
        found = new Delimiter(at, next, closing);
        return verdict;
    }

    private Verdict Judge(ReadOnlySpan<byte> data, int at, bool final, out Delimiter found)
    {
        int start = data[..at].LastIndexOfAnyExcept((byte)'-') + 1;
        found = default;
        if ((start > 0 && data[start - 1] != (byte)'\n') || (start == at && _dashed))
        {
            return Verdict.No;
        }

        var verdict = JudgeEnd(data, at + _core.Length, final, out int next, out bool closing);
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
