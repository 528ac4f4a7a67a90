namespace EdgeGateway.Pipeline.HotList;

/// <summary>What is held in memory of one entry: 40 bytes. Everything else is read from the file when it matches.</summary>
internal struct ListRow
{
    public ulong Print;

    public ulong Id;

    /// <summary>Where the record begins, in steps of its alignment.</summary>
    public uint Place;

    /// <summary>Seconds since 1970, rounded so that nothing valid is left out; the record itself decides.</summary>
    public uint From;

    public uint To;

    /// <summary>Next row, counted from 1, with the same bucket; 0 for none.</summary>
    public int NextPrint;

    public int NextId;

    /// <summary>Which characters of the mask are <c>?</c>: bit 0 for the first.</summary>
    public ushort Wild;

    /// <summary>Bits 0 to 4: characters; bit 7: similar plates are wanted.</summary>
    public byte Shape;

    public readonly int Length => Shape & 0x1F;

    public readonly bool Fuzzy => (Shape & 0x80) != 0;
}
