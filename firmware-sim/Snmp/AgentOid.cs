namespace EdgeGateway.Sim.Snmp;

/// <summary>Names of objects as this agent keeps and sorts them; written without the product's reader, which it is there to judge.</summary>
public static class AgentOid
{
    public static uint[] Parse(string dotted) => [.. dotted.Split('.').Select(uint.Parse)];

    /// <summary>In the order of a walk.</summary>
    public static int Compare(uint[] one, uint[] other)
    {
        for (int i = 0; i < Math.Min(one.Length, other.Length); i++)
        {
            if (one[i] != other[i])
            {
                return one[i].CompareTo(other[i]);
            }
        }

        return one.Length.CompareTo(other.Length);
    }

    public static byte[] Encode(uint[] arcs)
    {
        var bytes = new List<byte> { (byte)((arcs[0] * 40) + arcs[1]) };
        foreach (uint arc in arcs.Skip(2))
        {
            var digits = new Stack<byte>([(byte)(arc % 128)]);
            for (uint rest = arc / 128; rest > 0; rest /= 128)
            {
                digits.Push((byte)((rest % 128) + 128));
            }

            bytes.AddRange(digits);
        }

        return [.. bytes];
    }

    public static uint[] Decode(ReadOnlySpan<byte> bytes)
    {
        var arcs = new List<uint> { (uint)(bytes[0] / 40), (uint)(bytes[0] % 40) };
        uint arc = 0;
        foreach (byte one in bytes[1..])
        {
            arc = checked((arc * 128) + (uint)(one % 128));
            if (one < 128)
            {
                arcs.Add(arc);
                arc = 0;
            }
        }

        return [.. arcs];
    }
}
