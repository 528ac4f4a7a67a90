using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Snmp;

/// <summary>
/// The repeaters' <c>float4</c>: an OCTET STRING of four bytes, IEEE 754, little endian (pdt-radio.md section 13; a live
/// reading of 0000d841 as 27.0 degrees confirms it against a source that takes it for a whole number).
/// </summary>
public static class Float4
{
    /// <returns>The number, which may be no number at all; null when it is not four bytes.</returns>
    public static float? Read(ReadOnlySpan<byte> octets) => octets.Length == 4 ? BinaryPrimitives.ReadSingleLittleEndian(octets) : null;
}
