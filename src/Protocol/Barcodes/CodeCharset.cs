namespace EdgeGateway.Protocol.Barcodes;

/// <summary>What a code may consist of; one character of another kind and nothing of it is used.</summary>
public enum CodeCharset
{
    /// <summary>Letters, digits and <c>-</c>: numbers that parcels travel under.</summary>
    Alphanumeric,

    Digits,

    /// <summary>Every printable character of ASCII but the blank.</summary>
    Printable,
}
