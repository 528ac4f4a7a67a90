using System.Text;

namespace EdgeGateway.Protocol.Dahua;

/// <summary>Reads <c>Code=...;action=...;index=...;data={JSON over several lines}</c>, one or several.</summary>
internal static class CodedEvents
{
    private const string Opening = "Code=";
    private const string DataOpening = "data=";

    /// <returns>Where the next event begins, always at the start of a line, or -1.</returns>
    public static int Begin(string text, int from)
    {
        for (int at = from; at < text.Length;)
        {
            at = text.IndexOf(Opening, at, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || StartsLine(text.AsSpan(0, at)))
            {
                return at;
            }

            at += Opening.Length;
        }

        return -1;
    }

    /// <summary>A line of JSON cannot begin with <c>Code=</c>, so the next such line ends an event, whole or broken.</summary>
    public static void Read(string text, List<DahuaEvent> events, List<string> faults)
    {
        for (int at = Begin(text, 0); at >= 0;)
        {
            int next = Begin(text, at + Opening.Length);
            One(text.AsSpan(at, (next < 0 ? text.Length : next) - at), events, faults);
            at = next;
        }
    }

    private static void One(ReadOnlySpan<char> text, List<DahuaEvent> events, List<string> faults)
    {
        int brace = text.IndexOf('{');
        int data = (brace < 0 ? text : text[..brace]).IndexOf(DataOpening, StringComparison.OrdinalIgnoreCase);
        var fields = KeyValueText.Read((data < 0 ? FirstLine(text) : text[..data]).ToString().Replace(';', '\n'), out _, out _);
        var body = DahuaNode.Missing;
        string? fault = null;
        if (data >= 0)
        {
            body = DahuaJson.Read(Encoding.UTF8.GetBytes(text[(data + DataOpening.Length)..].TrimStart().ToString()), out _, out fault) ?? body;
        }

        if (fault is not null)
        {
            faults.Add(fault);
            return;
        }

        int index = fields["index"].Whole() is { } told and >= 0 and <= 4096 ? (int)told : 0;
        events.Add(new DahuaEvent(fields["Code"].Text ?? "", fields["action"].Text ?? "", index, body));
    }

    private static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAny('\r', '\n');
        return end < 0 ? text : text[..end];
    }

    private static bool StartsLine(ReadOnlySpan<char> before) => before.TrimEnd(" \t\uFEFF\0") is [] or [.., '\n' or '\r'];
}
