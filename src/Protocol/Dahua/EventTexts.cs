using System.Text;

namespace EdgeGateway.Protocol.Dahua;

/// <summary>Reads the events of one text part: key=value lines, <c>Code=...;data={JSON}</c>, or JSON alone (plate-camera.md section 4.1).</summary>
public static class EventTexts
{
    private const int Longest = 256 * 1024;

    /// <param name="body">Bytes of the part.</param>
    /// <param name="charset">Parameter <c>charset</c> of its Content-Type, or null.</param>
    /// <param name="fault">Called for each thing that was wrong and survived, with a fixed word.</param>
    public static IReadOnlyList<DahuaEvent> Read(ReadOnlyMemory<byte> body, string? charset, Action<string> fault)
    {
        if (body.Length > Longest)
        {
            fault(DahuaFaults.TooLarge);
            body = body[..Longest];
        }

        var ((events, faults), guessed) = TextOpinion.Of(body.Span, charset, Parse, static read => Plate(read.Events));
        faults.ForEach(fault);
        if (events.Count == 0 && faults.Count == 0)
        {
            fault(DahuaFaults.NotAnEvent);
        }

        return [.. events.Select(one => one with { Bytes = body, CharsetGuessed = guessed })];
    }

    /// <summary>The events in a JSON object: one, wrapped or bare, or the list of a notification.</summary>
    internal static IEnumerable<DahuaEvent> InJson(DahuaNode root)
    {
        var list = root["params"]["eventList"];
        return list.HasChildren ? list.Children.SelectMany(InJson)
            : root["data"].HasChildren ? [Event(root, root["data"])]
            : root["TrafficCar"].Exists || root["UTC"].Exists || root["Code"].Exists ? [Event(root, root)]
            : [];
    }

    private static string? Plate(List<DahuaEvent> events) => events.Select(one => PlateTexts.Of(one.Data)).FirstOrDefault(plate => plate is not null);

    private static (List<DahuaEvent> Events, List<string> Faults) Parse(string text)
    {
        var (events, faults) = (new List<DahuaEvent>(), new List<string>());
        int start = text.AsSpan().IndexOfAnyExcept(" \t\r\n\uFEFF\0");
        if (start >= 0 && text[start] == '{')
        {
            Json(text[start..], events, faults);
        }
        else if (CodedEvents.Begin(text, 0) >= 0)
        {
            CodedEvents.Read(text, events, faults);
        }
        else
        {
            Lines(text, events, faults);
        }

        return (events, faults);
    }

    private static void Json(string text, List<DahuaEvent> events, List<string> faults)
    {
        if (DahuaJson.Read(Encoding.UTF8.GetBytes(text), out _, out string? fault) is { } root)
        {
            events.AddRange(InJson(root));
        }

        if (fault is not null)
        {
            faults.Add(fault);
        }
    }

    private static void Lines(string text, List<DahuaEvent> events, List<string> faults)
    {
        var root = KeyValueText.Read(text, out int junk, out bool full);
        foreach (var item in root["Events"].Children.Concat(root["ReturnEvents"].Children).Where(item => item.HasChildren))
        {
            events.Add(Event(item["EventBaseInfo"].HasChildren ? item["EventBaseInfo"] : item, item) with { PicturesDue = true });
        }

        if (full)
        {
            faults.Add(DahuaFaults.TooLarge);
        }
        else if (junk > 0 && events.Count > 0)
        {
            faults.Add(DahuaFaults.JunkLines);
        }
    }

    private static DahuaEvent Event(DahuaNode head, DahuaNode data) => new(
        head["Code"].Text ?? data["Code"].Text ?? data["TrafficCar"]["Event"].Text ?? "",
        head["Action"].Text ?? data["Action"].Text ?? "",
        head["Index"].Whole() is { } index and >= 0 and <= 4096 ? (int)index : 0,
        data);
}
