using System.Text;

namespace EdgeGateway.Protocol.Dahua;

/// <summary>
/// Some firmware writes the headers of a picture without line ends (plate-camera.md section 4.1). Then no boundary line is
/// found, and the picture seems to belong to the text before it: here it is taken off again.
/// </summary>
internal static class GluedPicture
{
    private static readonly byte[] s_start = [0xFF, 0xD8, 0xFF];
    private static readonly byte[] s_end = [0xFF, 0xD9];

    /// <param name="body">A text part.</param>
    /// <param name="boundary">Of the stream, without dashes.</param>
    /// <param name="pictures">Those that were found in it; each ends where its last end mark stands.</param>
    /// <returns>The text alone.</returns>
    public static ReadOnlyMemory<byte> Split(ReadOnlyMemory<byte> body, string boundary, List<ReadOnlyMemory<byte>> pictures)
    {
        int first = body.Span.IndexOf(s_start);
        if (first < 0)
        {
            return body;
        }

        byte[] line = Encoding.UTF8.GetBytes("--" + boundary);
        int text = body.Span[..first].LastIndexOf(line) is var at and >= 0 ? at : first;
        for (int start = first; start >= 0;)
        {
            int next = Next(body.Span, start, line, out int end);
            pictures.Add(Trimmed(body[start..end]));
            start = next;
        }

        return body[..text];
    }

    // Where the next picture starts, or -1; and where this one's part ends.
    private static int Next(ReadOnlySpan<byte> body, int start, ReadOnlySpan<byte> line, out int end)
    {
        int boundary = body[start..].IndexOf(line);
        end = boundary < 0 ? body.Length : start + boundary;
        int next = boundary < 0 ? -1 : body[end..].IndexOf(s_start);
        return next < 0 ? -1 : end + next;
    }

    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> picture)
    {
        int last = picture.Span.LastIndexOf(s_end);
        return last < 0 ? picture : picture[..(last + 2)];
    }
}
