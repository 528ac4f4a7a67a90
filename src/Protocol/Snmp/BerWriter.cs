namespace EdgeGateway.Protocol.Snmp;

/// <summary>Writes the few BER elements that a question needs, lengths in their shortest form.</summary>
internal static class BerWriter
{
    public static byte[] Element(byte tag, params ReadOnlySpan<byte[]> parts)
    {
        int length = 0;
        foreach (byte[] part in parts)
        {
            length += part.Length;
        }

        var bytes = new List<byte>(length + 4) { tag };
        AddLength(bytes, length);
        foreach (byte[] part in parts)
        {
            bytes.AddRange(part);
        }

        return [.. bytes];
    }

    public static byte[] Integer(int value)
    {
        byte[] all = [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
        int first = 0;
        while (first < 3 && ((all[first] == 0 && all[first + 1] < 0x80) || (all[first] == 0xFF && all[first + 1] >= 0x80)))
        {
            first++;
        }

        return Element(BerTag.Integer, all[first..]);
    }

    private static void AddLength(List<byte> bytes, int length)
    {
        if (length < 0x80)
        {
            bytes.Add((byte)length);
        }
        else if (length <= byte.MaxValue)
        {
            bytes.AddRange([0x81, (byte)length]);
        }
        else
        {
            bytes.AddRange([0x82, (byte)(length >> 8), (byte)length]);
        }
    }
}
