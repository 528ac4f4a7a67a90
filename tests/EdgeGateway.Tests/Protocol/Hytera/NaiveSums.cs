namespace EdgeGateway.Tests.Protocol.Hytera;

/// <summary>The two checksums once more, written from the words of pdt-radio.md sections 2.3 and 4 and as slow as they read, to hold the product's against.</summary>
internal static class NaiveSums
{
    public static int Hrnp(byte[] frame)
    {
        var bytes = frame.ToList();
        (bytes[10], bytes[11]) = (0, 0);
        if (bytes.Count % 2 == 1)
        {
            bytes.Add(0);
        }

        long sum = bytes.Chunk(2).Sum(pair => (pair[0] * 256L) + pair[1]);
        while (sum > 0xFFFF)
        {
            sum = (sum % 0x10000) + (sum / 0x10000);
        }

        return (int)(0xFFFF - sum);
    }

    public static int Hdap(byte[] message)
    {
        int sum = message.Skip(1).Take(message.Length - 3).Sum(one => one);
        return (255 - (sum % 256) + 0x33) % 256;
    }
}
