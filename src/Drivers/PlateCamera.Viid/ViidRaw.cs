namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>The bytes of a body without its pictures: they are elsewhere, and some may show people.</summary>
internal static class ViidRaw
{
    /// <summary>No text of a vehicle is so long; every picture is longer.</summary>
    private const int LongestWord = 256;

    private const int Longest = 64 * 1024;

    public static ReadOnlyMemory<byte> Of(ReadOnlySpan<byte> body)
    {
        var kept = new MemoryStream();
        while (!body.IsEmpty && kept.Length < Longest)
        {
            int word = WordLength(body);
            kept.Write(word > LongestWord ? [] : body[..Math.Max(word, 1)]);
            body = body[Math.Max(word, 1)..];
        }

        return kept.ToArray();
    }

    private static int WordLength(ReadOnlySpan<byte> at)
    {
        int end = at.IndexOfAnyExcept(s_base64);
        return end < 0 ? at.Length : end;
    }

    private static readonly System.Buffers.SearchValues<byte> s_base64 =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\\"u8);
}
