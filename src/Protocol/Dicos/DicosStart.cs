namespace EdgeGateway.Protocol.Dicos;

/// <summary>How a file begins (xray.md section 1.2).</summary>
/// <param name="Offset">Where the first element begins.</param>
/// <param name="HasPreamble">Whether 128 bytes and DICM stand in front of it.</param>
/// <param name="HasMeta">Whether it is of group 0002.</param>
/// <param name="Fault">One of <see cref="DicosFaults"/>, or null.</param>
internal readonly record struct DicosStart(int Offset, bool HasPreamble, bool HasMeta, string? Fault)
{
    private const int Preamble = 128;
    private const int Magic = Preamble + 4;

    public static DicosStart Of(DicosSource source)
    {
        if (source.TryPeek(Magic, out var head) && head[Preamble..].SequenceEqual("DICM"u8))
        {
            return new DicosStart(Magic, true, true, null);
        }

        // Just created, perhaps: over a network the first bytes may follow seconds later.
        return source.TryPeek(DicosHead.ShortBytes, out head) ? Bare(head, source) : new DicosStart(0, false, false, DicosFaults.Truncated);
    }

    /// <summary>A data set without group 0002 does not say how it is written; its first value representation does.</summary>
    public static DicosSyntax Guess(DicosSource source) =>
        source.TryPeek(DicosHead.ShortBytes, out var head) && Enum.IsDefined(DicosVrs.Read(head[4], head[5])) && DicosVrs.Read(head[4], head[5]) != DicosVr.None
            ? DicosSyntax.Explicit : DicosSyntax.Implicit;

    private static DicosStart Bare(ReadOnlySpan<byte> head, DicosSource source) => head switch
    {
        [(byte)'D', (byte)'I', (byte)'C', (byte)'M', ..] => new DicosStart(4, false, true, null),
        [2, 0, ..] => new DicosStart(0, false, true, null),
        [8, 0, ..] => new DicosStart(0, false, false, null),
        [0, 2 or 8, 0, <= 0x20, ..] => new DicosStart(0, false, false, DicosFaults.BigEndian),
        // The free bytes of a preamble whose end has not been written yet.
        [0, 0, 0, 0, 0, 0, 0, 0] when source.Length < Magic => new DicosStart(0, false, false, DicosFaults.Truncated),
        _ => new DicosStart(0, false, false, DicosFaults.NotDicom),
    };
}
