using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace EdgeGateway.Protocol.Viid.Json;

/// <summary>Resolves the escapes of a JSON string whose syntax a reader has checked.</summary>
internal static class ViidEscapes
{
    /// <param name="escaped">Between the quotes.</param>
    /// <param name="most">Bytes that are wanted; the rest is left out.</param>
    /// <returns>UTF-8, never longer than the escaped text.</returns>
    public static byte[] Resolve(ReadOnlySpan<byte> escaped, int most = int.MaxValue)
    {
        var plain = new ArrayBufferWriter<byte>(Math.Max(16, Math.Min(escaped.Length, most)));
        while (!escaped.IsEmpty && plain.WrittenCount < most)
        {
            int slash = escaped.IndexOf((byte)'\\');
            plain.Write(slash < 0 ? escaped : escaped[..slash]);
            escaped = slash < 0 ? [] : One(escaped[slash..], plain);
        }

        return plain.WrittenSpan[..Math.Min(plain.WrittenCount, most)].ToArray();
    }

    // What is left behind the first escape.
    private static ReadOnlySpan<byte> One(ReadOnlySpan<byte> at, IBufferWriter<byte> plain)
    {
        if (at.Length < 2)
        {
            return [];
        }

        if (at[1] != (byte)'u')
        {
            plain.Write([Letter(at[1])]);
            return at[2..];
        }

        char first = Unit(at);
        bool pair = char.IsHighSurrogate(first) && at.Length >= 12 && at[6] == (byte)'\\' && at[7] == (byte)'u' && char.IsLowSurrogate(Unit(at[6..]));
        var rune = pair ? new Rune(first, Unit(at[6..])) : Rune.TryCreate(first, out var single) ? single : Rune.ReplacementChar;
        plain.Advance(rune.EncodeToUtf8(plain.GetSpan(4)));
        return at[Math.Min(pair ? 12 : 6, at.Length)..];
    }

    private static char Unit(ReadOnlySpan<byte> at) =>
        at.Length >= 6 && ushort.TryParse(at[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit) ? (char)unit : '\uFFFD';

    private static byte Letter(byte escape) => escape switch
    {
        (byte)'b' => 8,
        (byte)'f' => 12,
        (byte)'n' => 10,
        (byte)'r' => 13,
        (byte)'t' => 9,
        _ => escape,
    };
}
