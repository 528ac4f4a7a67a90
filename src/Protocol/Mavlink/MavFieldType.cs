namespace EdgeGateway.Protocol.Mavlink;

/// <summary>Type of one element of a field, little endian.</summary>
public enum MavFieldType
{
    U8,
    I8,
    U16,
    I16,
    U32,
    I32,
    U64,
    F32,

    /// <summary>One byte of a text in UTF-8 that ends at its first NUL.</summary>
    Char,

    /// <summary>A byte that is declared as a number, and by custom is one of a text.</summary>
    TextByte,
}
