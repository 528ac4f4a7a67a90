using System.Buffers.Binary;
using System.Text;

namespace EdgeGateway.Sim.Radio;

/// <summary>Answers of the radio at hand to radio control (pdt-radio.md section 8), as the start-up of a client needs them.</summary>
public static class RadioControl
{
    private const string Serial = "SIM0000001";

    /// <returns>The reply; null for what wants none.</returns>
    public static byte[]? Answer(HdapHeard heard, RadioProfile profile) => heard.Opcode switch
    {
        0x00C6 => Reply(heard, 0),
        0x00C4 => Reply(heard, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0),
        0x0201 => Reply(heard, [0, 0, 0, 0, 2, 0, 0, 0, .. Encoding.Unicode.GetBytes(Serial)]),
        0x00E7 => Reply(heard, 0, Byte(heard, 1), Byte(heard, 0), 0, 0, 0, 0),
        0x0452 => Reply(heard, [0, Byte(heard, 0), .. Identity(Byte(heard, 0), profile)]),
        0x0833 or 0x0834 => Reply(heard, [0, .. heard.Payload.Take(4)]),
        0x1847 or 0x10C9 or 0x10C7 or 0x0841 or 0x0842 => Reply(heard, 0),
        0x0041 => Reply(heard, 0, 0, 0, 0, Byte(heard, 0), 0, 0, 0, Byte(heard, 1), 0, 0, 0),
        _ => null,
    };

    /// <summary>As a number in little endian, or as an address in network order (section 1.2).</summary>
    private static byte[] Identity(byte kind, RadioProfile profile)
    {
        var bytes = new byte[4];
        if (kind == 1)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes, profile.FirstId);
            bytes[0] = profile.Subnet;
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, profile.FirstId);
        }

        return bytes;
    }

    private static byte[] Reply(HdapHeard heard, params ReadOnlySpan<byte> payload) => HdapBytes.Of(RadioService.Rcp, (ushort)(heard.Opcode | 0x8000), payload);

    private static byte Byte(HdapHeard heard, int at) => at < heard.Payload.Length ? heard.Payload[at] : (byte)0;
}
