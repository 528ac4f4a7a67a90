using System.Text;
using EdgeGateway.Protocol.Elements;
using EdgeGateway.Protocol.Plates;
using EdgeGateway.Protocol.Text;

namespace EdgeGateway.Protocol.Hikvision;

/// <summary>Reads the alerts of one part: XML or JSON, one or several, in the character set that makes sense of the plate.</summary>
public static class AlertReader
{
    private const int Longest = 256 * 1024;
    private const int MostDocuments = 64;

    /// <param name="body">Bytes of the part.</param>
    /// <param name="charset">Parameter <c>charset</c> of its Content-Type, or null.</param>
    /// <param name="fault">Called for each thing that was wrong and survived, with a fixed word.</param>
    public static IReadOnlyList<IsapiAlert> Read(ReadOnlyMemory<byte> body, string? charset, Action<string> fault)
    {
        if (body.Length > Longest)
        {
            fault(IsapiFaults.TooLarge);
            body = body[..Longest];
        }

        var text = Charsets.Decode(body.Span, charset);
        var trees = Trees(text.Text, out string? broken);
        if (!Ascii.IsValid(body.Span))
        {
            (text, trees) = SecondOpinion(body.Span, text, trees);
        }

        if (broken is not null)
        {
            fault(broken);
        }

        return Alerts(trees, body, text.Guessed, fault);
    }

    private static List<IsapiAlert> Alerts(List<ElementTree> trees, ReadOnlyMemory<byte> body, bool guessed, Action<string> fault)
    {
        var alerts = new List<IsapiAlert>(trees.Count);
        bool others = trees.Count == 0;
        foreach (var tree in trees)
        {
            if (!tree.Root.IsNamed("EventNotificationAlert"))
            {
                others = true;
                continue;
            }

            var alert = new IsapiAlert(tree, body, guessed);
            string? missing = Missing(alert);
            if (missing is null)
            {
                alerts.Add(alert);
            }
            else
            {
                fault(missing);
            }
        }

        if (others)
        {
            fault(IsapiFaults.NotAnAlert);
        }

        return alerts;
    }

    // A cut alert is worth having when it got as far as the plate.
    private static string? Missing(IsapiAlert alert) => alert switch
    {
        { EventType: "" } => alert.Truncated ? IsapiFaults.Truncated : IsapiFaults.NoEventType,
        { Truncated: true, IsAnpr: true } when alert.Anpr["licensePlate"].Text is null => IsapiFaults.Truncated,
        _ => null,
    };

    // UTF-8 that fits proves nothing for a bare plate, and one character cut in two must not cost the plate (section 6).
    private static (DecodedText Text, List<ElementTree> Trees) SecondOpinion(ReadOnlySpan<byte> bytes, DecodedText first, List<ElementTree> trees)
    {
        string? plate = Plate(trees);
        bool sure = plate is null || (first is { Guessed: false, Charset: "utf-8" } && (Ascii.IsValid(plate) || Han.In(plate)));
        if (sure || PlateBytes.Convinces(plate!))
        {
            return (first, trees);
        }

        foreach (var other in Others(bytes, first.Charset))
        {
            var reread = Trees(other.Text, out _);
            if (Plate(reread) is { } better && PlateBytes.Convinces(better))
            {
                return (other, reread);
            }
        }

        return (first, trees);
    }

    private static IEnumerable<DecodedText> Others(ReadOnlySpan<byte> bytes, string charset) =>
        charset == "utf-8" ? [Charsets.Gb18030(bytes)] : [Charsets.LooseUtf8(bytes), Charsets.Gb18030(bytes)];

    private static string? Plate(List<ElementTree> trees)
    {
        foreach (var tree in trees)
        {
            if (tree.Root["ANPR"]["licensePlate"].Text is { } plate)
            {
                return plate;
            }
        }

        return null;
    }

    private static List<ElementTree> Trees(string text, out string? fault)
    {
        int start = text.AsSpan().IndexOfAny('<', '{');
        if (start >= 0 && text[start] == '{')
        {
            return [.. JsonElements.Read(Encoding.UTF8.GetBytes(text[start..]), out fault)];
        }

        var scanner = new XmlScanner(text);
        var trees = new List<ElementTree>(1);
        while (trees.Count < MostDocuments && scanner.Read() is { } tree)
        {
            trees.Add(tree);
        }

        fault = scanner.Fault;
        return trees;
    }
}
