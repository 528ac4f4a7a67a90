using System.Text;

namespace EdgeGateway.CommandLine;

/// <summary>Lines of a stream, each as soon as it is complete.</summary>
internal static class BoundedLines
{
    /// <returns>Each line without its end; null in the place of a line that is longer than <paramref name="most"/> bytes.</returns>
    public static IEnumerable<string?> Of(Stream stream, int most)
    {
        var part = new byte[64 * 1024];
        var line = new MemoryStream();
        bool tooLong = false;
        for (int read = stream.Read(part); read > 0; read = stream.Read(part))
        {
            for (int start = 0; start < read;)
            {
                int end = Array.IndexOf(part, (byte)'\n', start, read - start);
                int length = (end < 0 ? read : end) - start;
                tooLong |= line.Length + length > most;
                line.Write(part, start, tooLong ? 0 : length);
                start += length + 1;
                if (end >= 0)
                {
                    yield return Take(line, ref tooLong);
                }
            }
        }

        if (line.Length > 0 || tooLong)
        {
            yield return Take(line, ref tooLong);
        }
    }

    private static string? Take(MemoryStream line, ref bool tooLong)
    {
        string? text = tooLong ? null : Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
        tooLong = false;
        line.SetLength(0);
        return text;
    }
}
