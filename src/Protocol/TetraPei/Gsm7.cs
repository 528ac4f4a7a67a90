using System.Text;

namespace EdgeGateway.Protocol.TetraPei;

/// <summary>The packed alphabet of seven bits a letter (3GPP TS 23.038), its extension table included.</summary>
internal static class Gsm7
{
    private const string Letters =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const int Escape = 0x1B;

    private static readonly Dictionary<int, char> s_extension = new()
    {
        [0x0A] = '\f', [0x14] = '^', [0x28] = '{', [0x29] = '}', [0x2F] = '\\', [0x3C] = '[', [0x3D] = '~', [0x3E] = ']', [0x40] = '|', [0x65] = '€',
    };

    public static string Unpack(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        bool escaped = false;
        int count = bytes.Length * 8 / 7;
        for (int i = 0; i < count; i++)
        {
            int septet = Septet(bytes, i);
            if (septet == Escape && !escaped)
            {
                escaped = true;
                continue;
            }

            text.Append(escaped ? s_extension.GetValueOrDefault(septet, ' ') : Letters[septet]);
            escaped = false;
        }

        // Eight letters fill seven bytes: where seven were meant, the last one is filler.
        return bytes.Length % 7 == 0 && text.Length > 0 && text[^1] is '@' or '\r' ? text.ToString(0, text.Length - 1) : text.ToString();
    }

    private static int Septet(ReadOnlySpan<byte> bytes, int index)
    {
        int bit = index * 7;
        int word = bytes[bit / 8] | ((bit / 8) + 1 < bytes.Length ? bytes[(bit / 8) + 1] << 8 : 0);
        return (word >> (bit % 8)) & 0x7F;
    }
}
