namespace EdgeGateway.Tests.Protocol.Snmp;

/// <summary>Messages put together by hand: X.690 and RFC 1157 read once more, without the product's writer.</summary>
internal static class SnmpBytes
{
    /// <summary>1.3.6.1.4.1.40297.1.2 and what stands behind it; 40297 is 2 x 16384 + 58 x 128 + 105.</summary>
    public static byte[] Object(params byte[] suffix) => Element(0x06, [0x2B, 6, 1, 4, 1, 0x82, 0xBA, 0x69, 1, 2, .. suffix]);

    public static byte[] Element(byte tag, params byte[] content) =>
        content.Length < 128 ? [tag, (byte)content.Length, .. content] : [tag, 0x82, (byte)(content.Length >> 8), (byte)content.Length, .. content];

    public static byte[] Pair(byte[] name, byte[] value) => Element(0x30, [.. name, .. value]);

    public static byte[] Answer(byte id, byte status, byte index, params byte[][] pairs) => Message(0, 0xA2, [2, 1, id, 2, 1, status, 2, 1, index, .. Element(0x30, [.. pairs.SelectMany(pair => pair)])]);

    public static byte[] Message(byte version, byte pdu, byte[] content) =>
        Element(0x30, [2, 1, version, .. Element(0x04, [.. "public"u8]), .. Element(pdu, content)]);

    /// <summary>V052 as the value of the PA temperature.</summary>
    public static byte[] Temperature => Pair(Object(1, 2, 2, 0), Element(0x04, 0x00, 0x00, 0xD8, 0x41));
}
