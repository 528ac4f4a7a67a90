using System.Buffers.Binary;

namespace EdgeGateway.Store.Recovery.Raw;

/// <summary>
/// The cells of one b-tree page, found by its own list of cells alone: no tree is walked, so a broken one stops nothing
/// (file format, section 1.6). For one page at a time.
/// </summary>
internal sealed class RawCells(RawPages pages)
{
    /// <summary>A reading is far smaller; an event with a larger payload could not travel.</summary>
    public const int MostPayload = 16 << 20;

    private const int Usable = WalReader.PageBytes;
    private const int FileHeader = 100;
    private const byte InteriorIndex = 2;
    private const byte LeafIndex = 10;
    private const byte LeafTable = 13;

    private readonly byte[] _page = new byte[Usable];
    private readonly byte[] _overflow = new byte[Usable];
    private byte[] _payload = new byte[64 << 10];
    private int _header;
    private int _cells;

    /// <summary>True for a page of rows, false for one of an index or a table without row numbers.</summary>
    public bool Table => _page[_header] == LeafTable;

    /// <returns>How many cells the page lists; 0 when it is none with records.</returns>
    public int Load(uint page, int image)
    {
        _header = page == 1 ? FileHeader : 0;
        _cells = 0;
        if (pages.Read(page, image, _page) && _page[_header] is LeafTable or LeafIndex or InteriorIndex)
        {
            int listed = BinaryPrimitives.ReadUInt16BigEndian(_page.AsSpan(_header + 3));
            _cells = Math.Min(listed, (Usable - _header - ListStart) / 2);
        }

        return _cells;
    }

    /// <param name="cell">From 0.</param>
    /// <param name="overflowImage">Which image of overflow pages to follow.</param>
    /// <param name="row">Row number; 0 on an index page.</param>
    /// <param name="payload">Valid until the next call.</param>
    /// <returns>False when there is no whole cell.</returns>
    public bool TryRead(int cell, int overflowImage, out long row, out ReadOnlySpan<byte> payload)
    {
        payload = default;
        row = 0;
        int at = BinaryPrimitives.ReadUInt16BigEndian(_page.AsSpan(_header + ListStart + (2 * cell)));
        at += _page[_header] == InteriorIndex ? sizeof(uint) : 0;
        if (at < _header + ListStart || at >= Usable)
        {
            return false;
        }

        int taken = Varint.Read(_page.AsSpan(at), out long length);
        at += taken;
        if (taken == 0 || length is < 1 or > MostPayload)
        {
            return false;
        }

        if (Table)
        {
            taken = Varint.Read(_page.AsSpan(at), out row);
            at += taken;
            if (taken == 0)
            {
                return false;
            }
        }

        return TryPayload(at, (int)length, overflowImage, out payload);
    }

    private int ListStart => _page[_header] == InteriorIndex ? 12 : 8;

    private bool TryPayload(int at, int length, int overflowImage, out ReadOnlySpan<byte> payload)
    {
        payload = default;
        int local = Local(length);
        bool spills = local < length;
        if (at + local + (spills ? sizeof(uint) : 0) > Usable)
        {
            return false;
        }

        if (!spills)
        {
            payload = _page.AsSpan(at, length);
            return true;
        }

        if (_payload.Length < length)
        {
            _payload = new byte[length];
        }

        _page.AsSpan(at, local).CopyTo(_payload);
        uint next = BinaryPrimitives.ReadUInt32BigEndian(_page.AsSpan(at + local));
        payload = _payload.AsSpan(0, length);
        return Follow(next, _payload.AsSpan(local, length - local), overflowImage);
    }

    /// <remarks>The length bounds the chain, so a circle ends.</remarks>
    private bool Follow(uint next, Span<byte> rest, int image)
    {
        while (!rest.IsEmpty)
        {
            if (next == 0 || next > pages.Count || !(pages.Read(next, image, _overflow) || (image > 0 && pages.Read(next, 0, _overflow))))
            {
                return false;
            }

            int part = Math.Min(rest.Length, Usable - sizeof(uint));
            _overflow.AsSpan(sizeof(uint), part).CopyTo(rest);
            rest = rest[part..];
            next = BinaryPrimitives.ReadUInt32BigEndian(_overflow);
        }

        return true;
    }

    private int Local(int length)
    {
        int most = Table ? Usable - 35 : ((Usable - 12) * 64 / 255) - 23;
        int least = ((Usable - 12) * 32 / 255) - 23;
        if (length <= most)
        {
            return length;
        }

        int local = least + ((length - least) % (Usable - sizeof(uint)));
        return local <= most ? local : least;
    }
}
