using System.Security.Cryptography;
using EdgeGateway.Protocol.Dahua;

namespace EdgeGateway.Tests.Protocol.Dahua;

/// <summary>One line for each item, so that two ways of reading can be compared.</summary>
internal static class DahuaSummaries
{
    public static string Of(DahuaItem item) => item.Kind switch
    {
        DahuaItemKind.Event => $"{item.Event!.Code} {item.Event.Action} {PlateTexts.Of(item.Event.Data)} {item.Event.CharsetGuessed} {Convert.ToHexString(MD5.HashData(item.Event.Bytes.Span))} "
            + string.Join(' ', item.Event.Pictures.Select(picture => Convert.ToHexString(MD5.HashData(picture.Content.Span)))),
        DahuaItemKind.Heartbeat => "heartbeat",
        _ => item.Fault ?? "end",
    };

    /// <summary>Reads a stream that arrives in the given pieces.</summary>
    public static List<string> Stream(string? contentType, params IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        var conversation = new DahuaConversation(contentType);
        var lines = new List<string>();
        foreach (var piece in pieces)
        {
            conversation.Append(piece.Span);
            Drain(conversation, lines);
        }

        conversation.Complete();
        Drain(conversation, lines);
        return lines;
    }

    private static void Drain(DahuaConversation conversation, List<string> lines)
    {
        while (conversation.TryRead(out var item))
        {
            lines.Add(Of(item));
        }
    }
}
