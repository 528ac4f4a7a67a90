using System.Buffers.Binary;
using System.IO.Compression;

namespace EdgeGateway.Protocol.Pictures;

/// <summary>Writes a PNG (RFC 2083) of 8-bit grey, row after row from the top; only the compressed rows are held.</summary>
public sealed class GreyPng : IDisposable
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] s_crc = Table();

    private readonly MemoryStream _data = new();
    private readonly ZLibStream _rows;
    private readonly int _width;
    private readonly int _height;

    /// <param name="width">Pixels, at least 1.</param>
    /// <param name="height">Rows that will be added, at least 1.</param>
    public GreyPng(int width, int height)
    {
        (_width, _height) = (width, height);
        _rows = new ZLibStream(_data, CompressionLevel.Optimal, leaveOpen: true);
    }

    /// <param name="row">One byte a pixel, 0 is black; as many as the picture is wide.</param>
    public void Add(ReadOnlySpan<byte> row)
    {
        // Filter type 0 stands in front of each row: as it is.
        _rows.WriteByte(0);
        _rows.Write(row[.._width]);
    }

    /// <summary>The whole file; nothing can be added after it.</summary>
    public byte[] End()
    {
        _rows.Dispose();
        var file = new MemoryStream((int)_data.Length + 64);
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = stackalloc byte[13];
        header.Clear();
        BinaryPrimitives.WriteInt32BigEndian(header, _width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], _height);
        header[8] = 8;
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "IDAT"u8, _data.GetBuffer().AsSpan(0, (int)_data.Length));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    public void Dispose()
    {
        _rows.Dispose();
        _data.Dispose();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(type);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), content));
        file.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (byte one in bytes)
        {
            crc = s_crc[(crc ^ one) & 0xFF] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint[] Table()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint crc = i;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
            }

            table[i] = crc;
        }

        return table;
    }
}
