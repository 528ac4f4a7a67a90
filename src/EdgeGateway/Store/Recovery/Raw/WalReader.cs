using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Store.Recovery.Raw;

/// <summary>
/// Reads a SQLite write-ahead log (file format, section 4) also where SQLite stops: at the first frame whose checksum is
/// wrong. Each frame's sum continues from the one stored in the frame before, so a frame can be proved by itself, and
/// one flipped byte makes one or two frames doubtful and not all that follow.
/// </summary>
internal static class WalReader
{
    public const int PageBytes = 4096;

    private const int HeaderBytes = 32;
    private const int FrameHeaderBytes = 24;
    private const uint Magic = 0x377f0682;

    /// <returns>Frames of the log's current use, in order. Those behind its last commit are not sound: they were being written, or their commit is what was hit.</returns>
    public static List<WalFrame> Read(SafeFileHandle log)
    {
        var frames = new List<WalFrame>();
        var frame = new byte[FrameHeaderBytes + PageBytes];
        Span<byte> header = stackalloc byte[HeaderBytes];
        if (Disk.Read(log, header, 0) < HeaderBytes)
        {
            return frames;
        }

        bool bigEndian = (BinaryPrimitives.ReadUInt32BigEndian(header) & 1) != 0 && (BinaryPrimitives.ReadUInt32BigEndian(header) & ~1u) == Magic;
        ulong salts = Salts(log, header);
        (uint, uint) before = (BinaryPrimitives.ReadUInt32BigEndian(header[24..]), BinaryPrimitives.ReadUInt32BigEndian(header[28..]));
        for (long at = HeaderBytes; Disk.Read(log, frame, at) == frame.Length; at += frame.Length)
        {
            // A frame with other salts was left by an earlier use of the file, or its salts are what was hit: then the sums still run on behind it.
            ReadOnlySpan<byte> head = frame.AsSpan(0, FrameHeaderBytes);
            (uint, uint) stored = (BinaryPrimitives.ReadUInt32BigEndian(head[16..]), BinaryPrimitives.ReadUInt32BigEndian(head[20..]));
            bool own = BinaryPrimitives.ReadUInt64BigEndian(head[8..]) == salts;
            bool sound = own && Sum(frame.AsSpan(FrameHeaderBytes), Sum(head[..8], before, bigEndian), bigEndian) == stored;
            frames.Add(new(BinaryPrimitives.ReadUInt32BigEndian(head), at + FrameHeaderBytes, own && BinaryPrimitives.ReadUInt32BigEndian(head[4..]) != 0, own, sound));
            before = stored;
        }

        // Frames of an earlier use never prove sound under these salts: the last sound commit is the end of this use.
        int end = frames.FindLastIndex(static frame => frame.Sound && frame.Commits) + 1;
        return [.. frames.Take(end), .. frames.Skip(end).Where(static frame => frame.Own).Select(static frame => frame with { Sound = false })];
    }

    /// <returns>The salts of this use: those of the header, or of the first two frames when these agree with each other and not with it.</returns>
    private static ulong Salts(SafeFileHandle log, ReadOnlySpan<byte> header)
    {
        Span<byte> first = stackalloc byte[FrameHeaderBytes];
        Span<byte> second = stackalloc byte[FrameHeaderBytes];
        bool two = Disk.Read(log, first, HeaderBytes) == FrameHeaderBytes & Disk.Read(log, second, HeaderBytes + FrameHeaderBytes + PageBytes) == FrameHeaderBytes;
        bool agree = two && first[8..16].SequenceEqual(second[8..16]);
        return BinaryPrimitives.ReadUInt64BigEndian(agree ? first[8..] : header[16..]);
    }

    private static (uint, uint) Sum(ReadOnlySpan<byte> bytes, (uint, uint) before, bool bigEndian)
    {
        (uint s0, uint s1) = before;
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<byte, uint>(bytes);
        for (int i = 0; i + 1 < words.Length; i += 2)
        {
            s0 += Word(words[i], bigEndian) + s1;
            s1 += Word(words[i + 1], bigEndian) + s0;
        }

        return (s0, s1);
    }

    private static uint Word(uint word, bool bigEndian) =>
        bigEndian == BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(word) : word;
}
