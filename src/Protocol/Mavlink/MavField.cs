namespace EdgeGateway.Protocol.Mavlink;

/// <summary>One field of a message.</summary>
/// <param name="Name">The protocol's own, for example <c>custom_mode</c>.</param>
/// <param name="Type">Of one element.</param>
/// <param name="Count">Elements of an array; 0 for what is none.</param>
/// <param name="Offset">In the untruncated payload.</param>
/// <param name="IsExtension">Not in version 1, where it reads as zero.</param>
public sealed record MavField(string Name, MavFieldType Type, int Count, int Offset, bool IsExtension)
{
    /// <summary>Bytes on the wire.</summary>
    public int Size => SizeOf(Type) * Math.Max(Count, 1);

    /// <summary>Bytes of one element.</summary>
    public static int SizeOf(MavFieldType type) => type switch
    {
        MavFieldType.U64 => 8,
        MavFieldType.U32 or MavFieldType.I32 or MavFieldType.F32 => 4,
        MavFieldType.U16 or MavFieldType.I16 => 2,
        _ => 1,
    };
}
