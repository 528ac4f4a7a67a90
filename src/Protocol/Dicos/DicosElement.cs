namespace EdgeGateway.Protocol.Dicos;

/// <summary>One element of a data set.</summary>
/// <param name="Tag">Its number.</param>
/// <param name="Vr">As written; from the dictionary where the file does not say.</param>
/// <param name="Offset">Where its value begins in the file.</param>
/// <param name="Length">Bytes of the value in the file, delimiters included.</param>
/// <param name="Value">The bytes; empty when they were not kept.</param>
/// <param name="Items">The items of a sequence, else null.</param>
public sealed record DicosElement(DicosTag Tag, DicosVr Vr, long Offset, long Length, ReadOnlyMemory<byte> Value, IReadOnlyList<DicosDataSet>? Items = null)
{
    /// <summary>False when the value was passed over: too long, pixels, or data of a person.</summary>
    public bool IsKept => Items is not null || Value.Length == Length;
}
