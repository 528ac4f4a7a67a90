using System.Buffers;
using System.Buffers.Text;
using EdgeGateway.Protocol.Viid.Json;

namespace EdgeGateway.Protocol.Viid;

/// <summary>Base64 of any length, straight from the body into the bytes of the picture: one copy.</summary>
public static class ViidBase64
{
    /// <param name="value">A text; line ends in it, a data URL around it and missing padding are borne.</param>
    /// <param name="bytes">What it means.</param>
    /// <returns>False when it is no base64, or empty.</returns>
    public static bool TryDecode(ViidValue value, out ReadOnlyMemory<byte> bytes)
    {
        bytes = default;
        return value.Kind == ViidKind.Text && TryDecode(value.Escaped ? ViidEscapes.Resolve(value.Utf8) : value.Utf8, out bytes);
    }

    private static bool TryDecode(ReadOnlySpan<byte> text, out ReadOnlyMemory<byte> bytes)
    {
        bytes = default;
        text = WithoutDataUrl(text).Trim(" \t\r\n"u8);
        byte[] picture = GC.AllocateUninitializedArray<byte>(Base64.GetMaxDecodedFromUtf8Length(text.Length) + 3);
        var status = Base64.DecodeFromUtf8(text, picture, out int read, out int written);
        if (status != OperationStatus.Done)
        {
            var rest = text[read..];
            if (rest.Length is not (2 or 3) || !TryUnpadded(rest, picture.AsSpan(written), out int more))
            {
                return false;
            }

            written += more;
        }

        bytes = picture.AsMemory(0, written);
        return written > 0;
    }

    private static bool TryUnpadded(ReadOnlySpan<byte> rest, Span<byte> to, out int written)
    {
        Span<byte> padded = [(byte)'=', (byte)'=', (byte)'=', (byte)'='];
        rest.CopyTo(padded);
        return Base64.DecodeFromUtf8(padded, to, out _, out written) == OperationStatus.Done;
    }

    private static ReadOnlySpan<byte> WithoutDataUrl(ReadOnlySpan<byte> text)
    {
        int comma = text.StartsWith("data:"u8) ? text[..Math.Min(text.Length, 128)].IndexOf(";base64,"u8) : -1;
        return comma < 0 ? text : text[(comma + ";base64,".Length)..];
    }
}
