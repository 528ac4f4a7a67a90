using EdgeGateway.Protocol.Pictures;

namespace EdgeGateway.Protocol.Dicos;

/// <summary>
/// A small grey picture of a DX or CT for people who look at a list: from the darkest to the brightest value of one frame, the middle
/// one of a CT and the first one else. No diagnosis is made of it and nothing is drawn into it.
/// </summary>
public static class DicosPreview
{
    /// <summary>Pixels of the longer side, at most; smaller pictures stay as they are.</summary>
    public const int LongSide = 1280;

    /// <param name="image">Its heads.</param>
    /// <param name="file">The file that they were read from. It is not closed.</param>
    /// <param name="longSide">Default <see cref="LongSide"/>.</param>
    public static DicosPreviewResult Render(DicosImage image, Stream file, int longSide = LongSide)
    {
        if (DicosFrame.Of(image, out string? fault) is not { } frame)
        {
            return new DicosPreviewResult(null, 0, 0, fault);
        }

        var rows = new DicosRows(frame, file);
        if (Window(frame, rows) is not { } window)
        {
            return new DicosPreviewResult(null, 0, 0, DicosPreviewResult.PixelsShort);
        }

        double scale = Math.Min(1, (double)longSide / Math.Max(frame.Columns, frame.Rows));
        int width = Math.Max(1, (int)Math.Round(frame.Columns * scale));
        int height = Math.Max(1, (int)Math.Round(frame.Rows * scale));
        return Draw(frame, rows, window, width, height) is { } png
            ? new DicosPreviewResult(png, width, height, null)
            : new DicosPreviewResult(null, 0, 0, DicosPreviewResult.PixelsShort);
    }

    private static (int Least, int Most)? Window(DicosFrame frame, DicosRows rows)
    {
        int[] values = new int[frame.Columns];
        var (least, most) = (int.MaxValue, int.MinValue);
        for (int row = 0; row < frame.Rows; row++)
        {
            if (!rows.TryRead(row, values))
            {
                return null;
            }

            foreach (int value in values)
            {
                least = Math.Min(least, value);
                most = Math.Max(most, value);
            }
        }

        return (least, most);
    }

    private static byte[]? Draw(DicosFrame frame, DicosRows rows, (int Least, int Most) window, int width, int height)
    {
        using var png = new GreyPng(width, height);
        int[] values = new int[frame.Columns];
        long[] sums = new long[width];
        byte[] greys = new byte[width];
        for (int y = 0; y < height; y++)
        {
            int from = (int)((long)y * frame.Rows / height);
            int to = (int)((long)(y + 1) * frame.Rows / height);
            Array.Clear(sums);
            for (int row = from; row < to; row++)
            {
                if (!rows.TryRead(row, values))
                {
                    return null;
                }

                Sum(values, sums);
            }

            Greys(frame, sums, to - from, window, greys);
            png.Add(greys);
        }

        return png.End();
    }

    private static void Sum(int[] values, long[] sums)
    {
        for (int x = 0; x < sums.Length; x++)
        {
            foreach (int value in Part(values, x, sums.Length))
            {
                sums[x] += value;
            }
        }
    }

    private static void Greys(DicosFrame frame, long[] sums, int rows, (int Least, int Most) window, byte[] greys)
    {
        double range = Math.Max(1, (double)window.Most - window.Least);
        for (int x = 0; x < greys.Length; x++)
        {
            long count = (long)rows * PartLength(frame.Columns, x, greys.Length);
            byte grey = (byte)Math.Clamp(Math.Round(((double)sums[x] / count - window.Least) * 255 / range), 0, 255);
            greys[x] = frame.IsInverted ? (byte)(255 - grey) : grey;
        }
    }

    private static ReadOnlySpan<int> Part(int[] values, int x, int width) => values.AsSpan((int)((long)x * values.Length / width), PartLength(values.Length, x, width));

    private static int PartLength(int columns, int x, int width) => (int)(((long)(x + 1) * columns / width) - ((long)x * columns / width));
}
