using System.Buffers.Binary;

namespace EdgeGateway.Sim.Radio;

/// <summary>Writes and reads HDAP messages (pdt-radio.md section 4) in a few lines of its own: the gateway's codec proves nothing about itself.</summary>
public static class HdapBytes
{
    private const int Around = 7;

    public static byte[] Of(RadioService service, ushort opcode, params ReadOnlySpan<byte> payload)
    {
        var bytes = new byte[payload.Length + Around];
        bytes[0] = (byte)service;
        Write16(service, bytes.AsSpan(1), opcode);
        Write16(service, bytes.AsSpan(3), (ushort)payload.Length);
        payload.CopyTo(bytes.AsSpan(5));
        bytes[^2] = Checksum(bytes);
        bytes[^1] = 0x03;
        return bytes;
    }

    /// <returns>Null for what is no whole and sound message of a service that the twins know.</returns>
    public static HdapHeard? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Around || bytes[^1] != 0x03 || !Enum.IsDefined((RadioService)(bytes[0] & 0x7F)) || bytes[^2] != Checksum(bytes))
        {
            return null;
        }

        var service = (RadioService)(bytes[0] & 0x7F);
        return Read16(service, bytes[3..]) != bytes.Length - Around ? null
            : new HdapHeard(service, Read16(service, bytes[1..]), bytes[5..^2].ToArray());
    }

    /// <summary>Sum of everything between service and checksum, inverted, plus 0x33.</summary>
    public static byte Checksum(ReadOnlySpan<byte> message)
    {
        int sum = 0;
        foreach (byte b in message[1..^2])
        {
            sum += b;
        }

        return (byte)(~sum + 0x33);
    }

    private static void Write16(RadioService service, Span<byte> at, ushort value)
    {
        if (service == RadioService.Rcp)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(at, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt16BigEndian(at, value);
        }
    }

    private static ushort Read16(RadioService service, ReadOnlySpan<byte> at) =>
        service == RadioService.Rcp ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
}

/// <summary>A message that the gateway sent.</summary>
public sealed record HdapHeard(RadioService Service, ushort Opcode, byte[] Payload);
