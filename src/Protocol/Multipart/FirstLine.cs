using System.Text;

namespace EdgeGateway.Protocol.Multipart;

/// <summary>Recognises a boundary by its first use: a line with dashes in front, or any line with part headers behind it.</summary>
internal static class FirstLine
{
    private const int Longest = 256;

    private static readonly byte[] s_blanks = " \t\r\n"u8.ToArray();

    /// <param name="data">The first bytes of the message.</param>
    /// <param name="bare">Whether a line without dashes may be one.</param>
    /// <param name="final">No more bytes will come.</param>
    /// <param name="boundary">The boundary without dashes, when the verdict is yes.</param>
    public static Verdict Sniff(ReadOnlySpan<byte> data, bool bare, bool final, out string? boundary)
    {
        boundary = null;
        int start = data.IndexOfAnyExcept(s_blanks);
        if (start < 0)
        {
            return final || data.Length > Longest ? Verdict.No : Verdict.NeedMore;
        }

        data = data[start..];
        if (!bare && data[0] != (byte)'-')
        {
            return Verdict.No;
        }

        int end = data.IndexOf((byte)'\n');
        if (end < 0 || end > Longest)
        {
            return end < 0 && !final && data.Length <= Longest ? Verdict.NeedMore : Verdict.No;
        }

        var verdict = HeaderBlock.StartsHeader(data[(end + 1)..], final);
        boundary = verdict == Verdict.Yes ? MultipartBoundary.Core(Encoding.UTF8.GetString(data[..end])) : null;
        return verdict == Verdict.Yes && boundary is null ? Verdict.No : verdict;
    }
}
