using System.Buffers.Binary;

namespace EdgeGateway.Store.Recovery.Raw;

/// <summary>The list of pages that hold nothing any more (file format, section 1.5): what lies there was delivered long ago.</summary>
internal static class FreePages
{
    private const int FirstTrunk = 32;
    private const int Total = 36;

    /// <returns>Pages on the list; null when the list does not add up.</returns>
    public static HashSet<uint>? Of(RawPages pages)
    {
        var free = new HashSet<uint>();
        var page = new byte[WalReader.PageBytes];
        if (!pages.Read(1, 0, page))
        {
            return null;
        }

        uint trunk = BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(FirstTrunk));
        uint total = BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(Total));
        while (trunk != 0)
        {
            if (trunk > pages.Count || !free.Add(trunk) || !pages.Read(trunk, 0, page) || !TakeLeaves(page, pages.Count, free))
            {
                return null;
            }

            trunk = BinaryPrimitives.ReadUInt32BigEndian(page);
        }

        return free.Count == total ? free : null;
    }

    private static bool TakeLeaves(byte[] trunk, uint most, HashSet<uint> free)
    {
        uint leaves = BinaryPrimitives.ReadUInt32BigEndian(trunk.AsSpan(sizeof(uint)));
        if (leaves > (WalReader.PageBytes / sizeof(uint)) - 2)
        {
            return false;
        }

        for (int i = 0; i < leaves; i++)
        {
            uint leaf = BinaryPrimitives.ReadUInt32BigEndian(trunk.AsSpan(8 + (i * sizeof(uint))));
            if (leaf < 2 || leaf > most || !free.Add(leaf))
            {
                return false;
            }
        }

        return true;
    }
}
