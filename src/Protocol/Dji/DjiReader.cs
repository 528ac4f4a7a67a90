using System.Text.Json;

namespace EdgeGateway.Protocol.Dji;

/// <summary>Reads messages of the DJI Cloud API leniently (drone.md section 2.2): it throws on no input, and knows no key that it would refuse.</summary>
public static class DjiReader
{
    /// <summary>An osd has 4 KiB, a list of alarms 8 KiB.</summary>
    public const int MostBytes = 256 * 1024;

    public const int MostDepth = 16;

    /// <summary>Values and keys of one message.</summary>
    public const int MostValues = 8_192;

    /// <summary>Characters of one text.</summary>
    public const int LongestText = 8 * 1024;

    private static readonly JsonDocumentOptions s_lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MostDepth };

    /// <param name="utf8">One message.</param>
    /// <param name="fault">A word of <see cref="DjiFaults"/> when the result is null.</param>
    public static DjiMessage? Read(ReadOnlyMemory<byte> utf8, out string? fault)
    {
        if (utf8.Length > MostBytes)
        {
            fault = DjiFaults.TooLarge;
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(WithoutMark(utf8), s_lenient);
            int left = MostValues;
            fault = document.RootElement.ValueKind == JsonValueKind.Object ? Check(document.RootElement, ref left) : DjiFaults.NotAnObject;
            return fault is null ? Message(document.RootElement.Clone()) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // An escape that is no character is only found when the text is asked for.
            fault = DjiFaults.NotJson;
            return null;
        }
    }

    private static DjiMessage Message(JsonElement root) => new()
    {
        Tid = Name(root, "tid"),
        Bid = Name(root, "bid"),
        Sent = DjiMoment.Of(root.Member("timestamp")),
        Method = Name(root, "method"),
        Gateway = Name(root, "gateway"),
        NeedsReply = root.Flag("need_reply") == true,
        Data = root.Member("data"),
        Root = root,
    };

    /// <summary>What is longer than any identifier is none.</summary>
    private static string? Name(JsonElement root, string name) => root.Text(name) is { Length: <= DjiMessage.LongestName } text ? text : null;

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8) => utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    /// <summary>Asks for every text once, so that nobody is surprised by one later.</summary>
    private static string? Check(JsonElement value, ref int left)
    {
        if (--left < 0)
        {
            return DjiFaults.TooManyValues;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Length > LongestText ? DjiFaults.TextTooLong : null,
            JsonValueKind.Array => CheckItems(value, ref left),
            JsonValueKind.Object => CheckMembers(value, ref left),
            _ => null,
        };
    }

    private static string? CheckItems(JsonElement list, ref int left)
    {
        foreach (var item in list.EnumerateArray())
        {
            if (Check(item, ref left) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static string? CheckMembers(JsonElement value, ref int left)
    {
        foreach (var member in value.EnumerateObject())
        {
            if ((member.Name.Length > LongestText ? DjiFaults.TextTooLong : Check(member.Value, ref left)) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }
}
