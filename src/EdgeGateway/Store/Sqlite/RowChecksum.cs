using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EdgeGateway.Store.Parcels;

namespace EdgeGateway.Store.Sqlite;

/// <summary>
/// CRC-32C over the fields of a row, each with its length, so that a row proves itself wherever it is found. SQLite
/// has no checksum on its pages: a flipped bit in a payload would be delivered as if a device had said it.
/// <c>parked</c> is left out, because it changes after the row was written.
/// </summary>
internal struct RowChecksum
{
    private uint _crc;

    private RowChecksum(uint seed) => _crc = seed;

    public static long OfReading(
        long position, ReadOnlySpan<byte> epoch, long seq, long lane, ReadOnlySpan<byte> device, ReadOnlySpan<byte> kind, long received, ReadOnlySpan<byte> payload)
    {
        var sum = new RowChecksum(~0u);
        sum.Add(position);
        sum.Add(epoch);
        sum.Add(seq);
        sum.Add(lane);
        sum.Add(device);
        sum.Add(kind);
        sum.Add(received);
        sum.Add(payload);
        return ~sum._crc;
    }

    public static long OfMedia(long position, ReadOnlySpan<byte> sha256, ReadOnlySpan<byte> type, long bytes)
    {
        var sum = new RowChecksum(~0u);
        sum.Add(position);
        sum.Add(sha256);
        sum.Add(type);
        sum.Add(bytes);
        return ~sum._crc;
    }

    public static long OfParcel(ParcelRow row)
    {
        var sum = new RowChecksum(~0u);
        sum.Add(row.Number);
        sum.Add(row.Revision);
        sum.Add(row.Version);
        sum.Add(row.Told);
        sum.Add(row.Final ? 1 : 0);
        sum.Add(row.Body.Span);
        return ~sum._crc;
    }

    /// <returns>CRC-32C of plain bytes.</returns>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = new RowChecksum(~0u);
        sum.AddBytes(bytes);
        return ~sum._crc;
    }

    private void Add(long value) => _crc = BitOperations.Crc32C(_crc, (ulong)value);

    private void Add(ReadOnlySpan<byte> bytes)
    {
        Add(bytes.Length);
        AddBytes(bytes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddBytes(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words)
        {
            // The sum is on disk: it must not depend on the machine's byte order.
            _crc = BitOperations.Crc32C(_crc, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));
        }

        foreach (byte rest in bytes[(words.Length * sizeof(ulong))..])
        {
            _crc = BitOperations.Crc32C(_crc, rest);
        }
    }
}
