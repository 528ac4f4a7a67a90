using System.Runtime.CompilerServices;
using EdgeGateway.Store.Media;
using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Store.HotList;

/// <summary>Takes one record of a file.</summary>
/// <param name="place">Where it begins.</param>
/// <param name="payload">Its payload; good until the return.</param>
public delegate void HotListTaker(long place, ReadOnlySpan<byte> payload);

/// <summary>What a walk over a list's file found.</summary>
/// <param name="End">Behind the last good record.</param>
/// <param name="Torn">Bytes behind it that are no record: what a crash left of an append that nobody was told of, or damage at the end.</param>
/// <param name="Lost">Bytes in front of a good record that are none themselves.</param>
public readonly record struct HotListScan(long End, long Torn, long Lost)
{
    private const int ChunkBytes = 1 << 20;

    /// <summary>
    /// Reads a file from its first record on. What does not prove itself is stepped over in steps of the alignment until
    /// something does: one bad place costs the records under it and no others.
    /// </summary>
    /// <param name="file">Open for reading.</param>
    /// <param name="from">First record.</param>
    /// <param name="take">Gets every record in order.</param>
    /// <exception cref="IOException">The disk does not read.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static HotListScan Walk(SafeFileHandle file, long from, HotListTaker take)
    {
        long length = RandomAccess.GetLength(file);
        var chunk = new byte[ChunkBytes];
        long start = from;
        int filled = 0;
        int at = 0;
        var (end, lost) = (from, 0L);
        while (true)
        {
            // A record is whole in the chunk, or the chunk ends with the file.
            if (filled - at < HotListRecord.Aligned(HotListRecord.HeadBytes + HotListRecord.PayloadMost) && start + filled < length)
            {
                chunk.AsSpan(at, filled - at).CopyTo(chunk);
                (start, filled, at) = (start + at, filled - at, 0);
                filled += Fill(file, chunk.AsSpan(filled), start + filled);
            }

            if (at >= filled)
            {
                return new HotListScan(end, Math.Max(0, length - end), lost);
            }

            int size = HotListRecord.TryFind(chunk.AsSpan(at, filled - at), out var payload);
            if (size > 0)
            {
                lost += start + at - end;
                take(start + at, payload);
                end = start + at + size;
            }

            at = Math.Min(filled, at + (size > 0 ? size : HotListRecord.Align));
        }
    }

    private static int Fill(SafeFileHandle file, Span<byte> room, long at)
    {
        int filled = 0;
        int read;
        while (filled < room.Length && (read = RandomAccess.Read(file, room[filled..], at + filled)) > 0)
        {
            filled += read;
        }

        return filled;
    }
}
