using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Dicos;

/// <summary>Reads a frame row by row; one row is held.</summary>
internal sealed class DicosRows(DicosFrame frame, Stream file)
{
    private readonly byte[] _bytes = new byte[frame.Columns * frame.Samples * frame.SampleBytes];

    private int RowBytes => frame.Columns * frame.SampleBytes;

    /// <param name="row">From 0 at the top.</param>
    /// <param name="values">One value a column; of colours their brightness.</param>
    /// <returns>False when the file has become shorter than it was.</returns>
    public bool TryRead(int row, int[] values)
    {
        if (!(frame.IsPlanar ? TryPlanes(row) : TryBytes(frame.Offset + ((long)row * _bytes.Length), _bytes)))
        {
            return false;
        }

        for (int x = 0; x < values.Length; x++)
        {
            values[x] = frame.Samples == 1 ? Sample(x) : Brightness(x);
        }

        return true;
    }

    private bool TryPlanes(int row)
    {
        bool read = true;
        for (int plane = 0; plane < frame.Samples; plane++)
        {
            long at = frame.Offset + (((long)plane * frame.Rows) + row) * RowBytes;
            read = read && TryBytes(at, _bytes.AsSpan(plane * RowBytes, RowBytes));
        }

        return read;
    }

    private bool TryBytes(long at, Span<byte> into)
    {
        if (file.Position != at)
        {
            file.Position = at;
        }

        return file.ReadAtLeast(into, into.Length, false) == into.Length;
    }

    // The weights of red, green and blue in what the eye sees as bright (ITU-R BT.601).
    private int Brightness(int x)
    {
        var (first, step) = frame.IsPlanar ? (x, frame.Columns) : (x * frame.Samples, 1);
        return ((299 * Sample(first)) + (587 * Sample(first + step)) + (114 * Sample(first + (2 * step)))) / 1000;
    }

    private int Sample(int index)
    {
        int raw = frame.SampleBytes == 1 ? _bytes[index] : BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(2 * index));
        int value = (raw >> frame.Shift) & ((1 << frame.Bits) - 1);
        return frame.IsSigned && (value >> (frame.Bits - 1)) != 0 ? value - (1 << frame.Bits) : value;
    }
}
