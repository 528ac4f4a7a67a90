namespace EdgeGateway.Protocol.Multipart;

/// <summary>Finds the end of one part's body, by its Content-Length when a boundary confirms it, else by the next boundary.</summary>
internal sealed class PartBody(PartHeaders headers, DelimiterSearch search, MultipartLimits limits)
{
    // With a length that is far too large the parts behind it would wait for it; so many of them prove it wrong.
    private const int PartsThatDisprove = 3;
    private const int LongestBrokenLine = 256;

    private int _from;
    private int _seen;
    private int _seenFrom;
    private bool _lengthWrong;

    public PartHeaders Headers => headers;

    /// <summary>False when the input ended before the part did.</summary>
    public bool Ended { get; private set; } = true;

    /// <param name="data">From the first byte of the body.</param>
    /// <param name="final">No more bytes will come.</param>
    /// <param name="end">The boundary line behind the part.</param>
    /// <param name="length">Bytes of the body.</param>
    /// <param name="fault">What was wrong and survived, or null.</param>
    /// <returns>No: the limit went by without a boundary.</returns>
    public Verdict Find(ReadOnlySpan<byte> data, bool final, out Delimiter end, out int length, out string? fault)
    {
        fault = null;
        if (headers.ContentLength is { } announced && !_lengthWrong)
        {
            length = (int)announced;
            var verdict = CheckLength(data, final, ref length, out end, out fault);
            if (verdict != Verdict.No)
            {
                return verdict;
            }

            _lengthWrong = true;
        }

        return FindBoundary(data, final, out end, out length, out fault);
    }

    private Verdict FindBoundary(ReadOnlySpan<byte> data, bool final, out Delimiter end, out int length, out string? fault)
    {
        fault = null;
        var verdict = search.Find(data, ref _from, final, out end);
        length = verdict == Verdict.Yes ? WithoutLineEnd(data, end.Start) : 0;
        if (verdict == Verdict.Yes)
        {
            fault = _lengthWrong && length != headers.ContentLength ? MultipartFaults.WrongLength : null;
            return Verdict.Yes;
        }

        if (!final)
        {
            return data.Length > limits.WithoutBoundary ? Verdict.No : Verdict.NeedMore;
        }

        Ended = false;
        length = WithoutLineEnd(data, data.Length);
        end = new Delimiter(data.Length, data.Length, false);
        return Verdict.Yes;
    }

    private Verdict CheckLength(ReadOnlySpan<byte> data, bool final, ref int length, out Delimiter end, out string? fault)
    {
        (end, fault) = (default, null);
        if (length > data.Length)
        {
            return final || Disproved(data) ? Verdict.No : Verdict.NeedMore;
        }

        int at = SkipLineEnds(data, length);
        // One too many: the length swallowed half of the line end.
        if (at > length && length > 0 && data[length] == (byte)'\n' && data[length - 1] == (byte)'\r')
        {
            return Verdict.No;
        }

        if (at == data.Length && final)
        {
            end = new Delimiter(at, at, false);
            return Verdict.Yes;
        }

        var verdict = search.Match(data, at, final, out end);
        if (verdict == Verdict.No)
        {
            verdict = MatchBroken(data, at, final, out end);
            fault = verdict == Verdict.Yes ? MultipartFaults.BoundaryBroken : null;
        }

        length = verdict == Verdict.Yes && at == length ? WithoutLineEnd(data, at) : length;
        return verdict;
    }

    // The length is right, yet the line behind it is no boundary although part headers follow it: a damaged boundary.
    private static Verdict MatchBroken(ReadOnlySpan<byte> data, int at, bool final, out Delimiter end)
    {
        end = default;
        var rest = data[at..];
        if (!rest.StartsWith("--"u8))
        {
            return !final && "--"u8.StartsWith(rest) ? Verdict.NeedMore : Verdict.No;
        }

        int line = rest.IndexOf((byte)'\n');
        if (line < 0 || line > LongestBrokenLine)
        {
            return line < 0 && !final && rest.Length <= LongestBrokenLine ? Verdict.NeedMore : Verdict.No;
        }

        end = new Delimiter(at, at + line + 1, false);
        return HeaderBlock.StartsHeader(rest[(line + 1)..], final);
    }

    private bool Disproved(ReadOnlySpan<byte> data)
    {
        while (search.Find(data, ref _seenFrom, false, out var line) == Verdict.Yes)
        {
            var verdict = HeaderBlock.StartsHeader(data[line.Next..], false);
            if (verdict == Verdict.NeedMore)
            {
                break;
            }

            _seen += verdict == Verdict.Yes ? 1 : 0;
            _seenFrom++;
        }

        return _seen >= PartsThatDisprove;
    }

    private static int SkipLineEnds(ReadOnlySpan<byte> data, int at)
    {
        int most = Math.Min(data.Length, at + 8);
        while (at < most && data[at] is (byte)'\r' or (byte)'\n')
        {
            at++;
        }

        return at;
    }

    private static int WithoutLineEnd(ReadOnlySpan<byte> data, int end) => data[..end] switch
    {
        [.., (byte)'\r', (byte)'\n'] => end - 2,
        [.., (byte)'\n'] => end - 1,
        _ => end,
    };
}
