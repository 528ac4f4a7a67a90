using System.Buffers.Binary;

namespace EdgeGateway.Tests.Drivers.Transport.Modbus;

/// <summary>One device as a master sees it, written without the product's codec.</summary>
internal sealed class SlaveUnit
{
    public const int Addresses = 4096;

    public ushort[] Input { get; } = new ushort[Addresses];

    public ushort[] Holding { get; } = new ushort[Addresses];

    public bool[] Coils { get; } = new bool[Addresses];

    public bool[] Discrete { get; } = new bool[Addresses];

    /// <summary>Addresses that do not exist, in every table.</summary>
    public HashSet<int> Missing { get; } = [];

    /// <summary>What every request is refused with; null for none.</summary>
    public byte? Refuses { get; set; }

    public byte[] Answer(ReadOnlySpan<byte> pdu)
    {
        byte function = pdu[0];
        int start = BinaryPrimitives.ReadUInt16BigEndian(pdu[1..]);
        int count = function is 5 or 6 ? 1 : BinaryPrimitives.ReadUInt16BigEndian(pdu[3..]);
        if (Refuses is { } code)
        {
            return [(byte)(function | 0x80), code];
        }

        if (start + count > Addresses || Enumerable.Range(start, count).Any(Missing.Contains))
        {
            return [(byte)(function | 0x80), 2];
        }

        return function switch
        {
            1 => Bits(function, Coils, start, count),
            2 => Bits(function, Discrete, start, count),
            3 => Words(function, Holding, start, count),
            4 => Words(function, Input, start, count),
            _ => Write(pdu, start, count),
        };
    }

    private static byte[] Bits(byte function, bool[] table, int start, int count)
    {
        var answer = new byte[2 + ((count + 7) / 8)];
        (answer[0], answer[1]) = (function, (byte)(answer.Length - 2));
        for (int i = 0; i < count; i++)
        {
            answer[2 + (i / 8)] |= (byte)((table[start + i] ? 1 : 0) << (i % 8));
        }

        return answer;
    }

    private static byte[] Words(byte function, ushort[] table, int start, int count) =>
        [function, (byte)(2 * count), .. table.AsSpan(start, count).ToArray().SelectMany(word => new[] { (byte)(word >> 8), (byte)word })];

    private byte[] Write(ReadOnlySpan<byte> pdu, int start, int count)
    {
        for (int i = 0; i < count; i++)
        {
            switch (pdu[0])
            {
                case 5:
                    Coils[start] = pdu[3] == 0xFF;
                    break;
                case 6:
                    Holding[start] = BinaryPrimitives.ReadUInt16BigEndian(pdu[3..]);
                    break;
                case 15:
                    Coils[start + i] = (pdu[6 + (i / 8)] >> (i % 8) & 1) != 0;
                    break;
                default:
                    Holding[start + i] = BinaryPrimitives.ReadUInt16BigEndian(pdu[(6 + (2 * i))..]);
                    break;
            }
        }

        return pdu[..5].ToArray();
    }
}
