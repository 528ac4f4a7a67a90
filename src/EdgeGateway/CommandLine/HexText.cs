namespace EdgeGateway.CommandLine;

/// <summary>Hex digits as a person pastes them: any case, with spaces, colons, dashes or 0x between or before them.</summary>
internal static class HexText
{
    public static DecodeInput Read(string text)
    {
        var bytes = new byte[(text.Length + 1) / 2];
        int digits = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (IsBetween(text, i, digits))
            {
                continue;
            }

            if (!char.IsAsciiHexDigit(text[i]))
            {
                return new DecodeInput(default, "bad-hex", FormattableString.Invariant($"character {i + 1} is not a hex digit"));
            }

            bytes[digits / 2] |= (byte)(Convert.ToInt32(text[i].ToString(), 16) << (digits % 2 == 0 ? 4 : 0));
            digits++;
        }

        return digits % 2 == 0 && digits > 0
            ? new DecodeInput(bytes.AsMemory(0, digits / 2))
            : new DecodeInput(default, "bad-hex", digits == 0 ? "there is no hex digit" : "the number of hex digits is odd");
    }

    private static bool IsBetween(string text, int at, int digits) =>
        text[at] is ' ' or '\t' or '\r' or ':' or '-' || (digits % 2 == 0 && IsPrefix(text, at)) || (at > 0 && IsPrefix(text, at - 1));

    /// <summary>The x of 0x is no digit, so the pair cannot be meant as a byte.</summary>
    private static bool IsPrefix(string text, int at) => text[at] == '0' && at + 1 < text.Length && text[at + 1] is 'x' or 'X';
}
