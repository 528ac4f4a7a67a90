using System.Buffers;
using System.Text.Json;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Payload of <c>Common.ErrorEvent</c> (kiosk.md section 2.1).</summary>
internal static class XfsErrorReader
{
    private const int LongestText = 200;
    private const int LongestCode = 10;
    private const int MostCodeDigits = 5;

    private static readonly string[] s_causes = ["hardware", "software", "user", "fraudAttempt"];

    private static readonly string[] s_actions = ["reset", "softwareError", "configuration", "clear", "maintenance", "suspend"];

    private static readonly SearchValues<char> s_codeLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    public static XfsError Read(JsonElement payload, XfsPicks picks)
    {
        string? text = picks.Text(payload.Pick("vendorDescription"), LongestText);
        return new XfsError(picks.Word(payload.Pick("eventId"), s_causes), picks.Word(payload.Pick("action"), s_actions), Code(text), text);
    }

    /// <summary>Letters and up to five digits at the beginning. It is taken out of the scrubbed text: a code whose digits run on into a number is none any more.</summary>
    private static string? Code(string? text)
    {
        int end = text is null ? 0 : text.AsSpan().IndexOfAnyExcept(s_codeLetters) is >= 0 and var found ? found : text.Length;
        var code = text.AsSpan(0, end).TrimEnd('-');
        int letters = code.IndexOfAnyExceptInRange('A', 'Z');
        int digits = letters < 1 ? 0 : code[letters..].TrimStart('-').Length;
        bool isCode = code.Length <= LongestCode && digits is > 0 and <= MostCodeDigits && !code[letters..].TrimStart('-').ContainsAnyExceptInRange('0', '9');
        return isCode ? code.ToString() : null;
    }
}
