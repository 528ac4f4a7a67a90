using System.Buffers.Binary;
using System.Text;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

/// <summary>What a radio says, byte by byte and written by hand: nothing here is the product's.</summary>
internal static class RadioBytes
{
    public const byte Rcp = 0x02;
    public const byte Lp = 0x08;
    public const byte Tmp = 0x09;
    public const byte Rrs = 0x11;
    public const byte Dds = 0x14;

    public static byte[] Hrnp(byte opcode, ushort number, byte[]? payload = null, byte source = 0x10, byte destination = 0x20, byte version = 4, byte block = 0)
    {
        byte[] body = payload ?? [];
        byte[] frame = [0x7E, version, block, opcode, source, destination, .. Big16(number), .. Big16((ushort)(12 + body.Length)), 0, 0, .. body];
        int sum = 0;
        for (int i = 0; i < frame.Length; i += 2)
        {
            sum += (frame[i] << 8) | (i + 1 < frame.Length ? frame[i + 1] : 0);
        }

        while (sum > 0xFFFF)
        {
            sum = (sum & 0xFFFF) + (sum >> 16);
        }

        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(10), (ushort)~sum);
        return frame;
    }

    public static byte[] Hdap(byte service, ushort opcode, params byte[] payload)
    {
        bool little = service == Rcp;
        byte[] covered = [.. Order(opcode, little), .. Order((ushort)payload.Length, little), .. payload];
        return [service, .. covered, (byte)(~covered.Sum(one => one) + 0x33), 0x03];
    }

    public static byte[] Hstrp(byte type, ushort number, byte[]? options = null, byte[]? payload = null) =>
        [0x32, 0x42, 0, type, .. Big16(number), .. options ?? [], .. payload ?? []];

    /// <summary>Options device id and slot.</summary>
    public static byte[] From(uint device, byte slot) => [0x83, 4, .. Big32(device), 4, 1, slot];

    public static byte[] GroupText(uint request, int group, int sender, string text) => Hdap(Tmp, 0x00B1, [.. Big32(request), .. Ip(0, group), .. Ip(10, sender), .. Encoding.Unicode.GetBytes(text)]);

    public static byte[] PrivateText(uint request, int to, int sender, string text) => Hdap(Tmp, 0x80A1, [.. Big32(request), .. Ip(10, to), .. Ip(10, sender), .. Encoding.Unicode.GetBytes(text)]);

    /// <summary>The far radio's answer to a text of ours.</summary>
    public static byte[] TextAck(uint request, int to, int sender, byte result) => Hdap(Tmp, 0x80A2, [.. Big32(request), .. Ip(10, to), .. Ip(10, sender), result]);

    public static byte[] Registration(int radio) => Hdap(Rrs, 0x0003, Ip(10, radio));

    public static byte[] GoingOffline(int radio) => Hdap(Rrs, 0x0001, Ip(10, radio));

    public static byte[] StatusAnswer(int radio, byte state) => Hdap(Rrs, 0x0082, [.. Ip(10, radio), state]);

    public static byte[] Delivery(byte about, ushort opcode, int radio, byte result) => Hdap(Dds, about, [.. Ip(10, radio), .. Big16(opcode), result]);

    /// <summary>V017's place, by another radio.</summary>
    public static byte[] Position(uint request, int radio, byte result = 0) => Hdap(
        Lp, 0xA002, [.. Big32(request), .. Ip(10, radio), 0, result, .. Encoding.ASCII.GetBytes("A162251311018N4736.6977E00739.26800.0005")]);

    /// <summary>B844: a call that the radio receives.</summary>
    public static byte[] Call(byte process, byte type, int target, int source) => Hdap(Rcp, 0xB844, [process, 0, type, 0, .. Little32(target), .. Little32(source)]);

    public static byte[] Ip(byte subnet, int id) => [subnet, (byte)(id >> 16), (byte)(id >> 8), (byte)id];

    public static byte[] Big16(ushort value) => [(byte)(value >> 8), (byte)value];

    public static byte[] Big32(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    public static byte[] Little32(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)];

    private static byte[] Order(ushort value, bool little) => little ? [(byte)value, (byte)(value >> 8)] : Big16(value);
}
