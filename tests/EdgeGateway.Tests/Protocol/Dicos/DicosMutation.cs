using System.Buffers.Binary;

namespace EdgeGateway.Tests.Protocol.Dicos;

/// <summary>Damages a file in the ways that hurt readers of lengths and nested sequences.</summary>
internal static class DicosMutation
{
    private static readonly uint[] s_lengths = [0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFF, 0x10000, 4, 0xE000FFFE, 0xE00DFFFE, 0xE0DDFFFE];

    private static readonly byte[][] s_pieces =
    [
        DicosBytes.ItemEnd(), DicosBytes.SequenceEnd(), DicosBytes.Item([], DicosBytes.Undefined), DicosBytes.Item([]),
        DicosBytes.Explicit(0x40101001, "SQ", [], DicosBytes.Undefined), DicosBytes.Explicit(0x7FE00010, "OW", [], DicosBytes.Undefined),
        DicosBytes.Explicit(0x40101031, "UN", [], DicosBytes.Undefined), DicosBytes.Implicit(0x40101011, [], DicosBytes.Undefined), DicosBytes.Us(0x00280010, 0xFFFF), DicosBytes.Us(0x00280011, 0xFFFF),
    ];

    public static byte[] Of(byte[] file, Random random)
    {
        var bytes = new List<byte>(file);
        for (int edits = random.Next(1, 3); edits > 0 && bytes.Count > 8; edits--)
        {
            // Nothing can go wrong in the free bytes at the beginning, so most of the damage is done behind them.
            int from = bytes.Count > 200 && random.Next(20) > 0 ? 128 : 0;
            Damage(bytes, random.Next(from, bytes.Count), random);
        }

        return [.. bytes];
    }

    private static void Damage(List<byte> bytes, int at, Random random)
    {
        int length = Math.Min(random.Next(1, 60), bytes.Count - at);
        switch (random.Next(14))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                bytes.InsertRange(at, s_pieces[random.Next(s_pieces.Length)]);
                break;
            case 6 or 7:
                Number(bytes, at, s_lengths[random.Next(s_lengths.Length)]);
                break;
            default:
                // Most bytes are values: what is damaged in them comes through to the mapping.
                bytes[at] = (byte)(bytes[at] + random.Next(-3, 4));
                break;
        }
    }

    private static void Number(List<byte> bytes, int at, uint value)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(number, value);
        for (int i = 0; i < number.Length && at + i < bytes.Count; i++)
        {
            bytes[at + i] = number[i];
        }
    }
}
