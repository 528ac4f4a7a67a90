using System.Text;

namespace EdgeGateway.Protocol.Multipart;

/// <summary>Finds where the headers of a part end.</summary>
internal static class HeaderBlock
{
    /// <param name="data">Starts behind a boundary line.</param>
    /// <param name="final">No more bytes will come.</param>
    /// <param name="length">Bytes of the block.</param>
    /// <param name="next">First byte of the body.</param>
    public static Verdict Find(ReadOnlySpan<byte> data, bool final, out int length, out int next)
    {
        (length, next) = (data.Length, data.Length);
        if (data.IsEmpty || (data is [(byte)'\r'] && !final))
        {
            return final ? Verdict.No : Verdict.NeedMore;
        }

        // Some devices send no headers, with or without the empty line.
        if (data[0] is (byte)'<' or (byte)'{' or 0xFF or (byte)'\n' || data.StartsWith("\r\n"u8))
        {
            (length, next) = (0, data[0] == (byte)'\r' ? 2 : data[0] == (byte)'\n' ? 1 : 0);
            return Verdict.Yes;
        }

        return FindEmptyLine(data, ref length, ref next) ? Verdict.Yes : final ? Verdict.No : Verdict.NeedMore;
    }

    /// <summary>Whether a <c>Content-...</c> header starts here.</summary>
    public static Verdict StartsHeader(ReadOnlySpan<byte> data, bool final)
    {
        var wanted = "content-"u8;
        int length = Math.Min(wanted.Length, data.Length);
        if (!Ascii.EqualsIgnoreCase(data[..length], wanted[..length]))
        {
            return Verdict.No;
        }

        return length == wanted.Length ? Verdict.Yes : final ? Verdict.No : Verdict.NeedMore;
    }

    private static bool FindEmptyLine(ReadOnlySpan<byte> data, ref int length, ref int next)
    {
        int at = 0;
        while (data[at..].IndexOf((byte)'\n') is var end and >= 0)
        {
            at += end + 1;
            int step = data[at..] is [(byte)'\n', ..] ? 1 : data[at..] is [(byte)'\r', (byte)'\n', ..] ? 2 : 0;
            if (step > 0)
            {
                (length, next) = (at, at + step);
                return true;
            }
        }

        return false;
    }
}
