using System.Security.Cryptography;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Multipart;

namespace EdgeGateway.Tests.Protocol.Hikvision;

/// <summary>One line for each item, so that two ways of reading can be compared.</summary>
internal static class Summaries
{
    public static string Of(IsapiItem item) => item.Kind switch
    {
        IsapiItemKind.Alert => $"{item.Event!.Alert.EventType} {item.Event.Alert.Anpr["licensePlate"].Text} {Alert(item.Event.Alert)} "
            + string.Join(' ', item.Event.Pictures.Select(picture => picture.PartName + Convert.ToHexString(MD5.HashData(picture.Content.Span)))),
        IsapiItemKind.Heartbeat => "heartbeat " + Alert(item.Heartbeat!),
        _ => item.Fault ?? "end",
    };

    /// <summary>Reads a stream that arrives in the given pieces.</summary>
    public static List<string> Stream(string? contentType, params IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        var conversation = new IsapiConversation(contentType);
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

    /// <summary>Reads the parts of a stream that arrives in the given pieces.</summary>
    public static List<string> Parts(string? boundary, params IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        var reader = new MultipartReader(boundary);
        var lines = new List<string>();
        foreach (var piece in pieces)
        {
            reader.Append(piece.Span);
            Drain(reader, lines);
        }

        reader.Complete();
        Drain(reader, lines);
        return lines;
    }

    private static void Drain(MultipartReader reader, List<string> lines)
    {
        while (reader.TryRead(out var item))
        {
            lines.Add(item.Part is { } part ? $"{part.Ended} {part.Headers} {part.Body.Length} {Hash(part.Body.Span)}" : item.Fault ?? "end");
        }
    }

    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    private static void Drain(IsapiConversation conversation, List<string> lines)
    {
        while (conversation.TryRead(out var item))
        {
            lines.Add(Of(item));
        }
    }

    private static string Alert(IsapiAlert alert) =>
        $"{alert.Repaired} {alert.CharsetGuessed} {Convert.ToHexString(MD5.HashData(alert.Bytes.Span))}";
}
