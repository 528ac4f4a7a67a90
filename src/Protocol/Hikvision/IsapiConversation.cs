using EdgeGateway.Protocol.Multipart;

namespace EdgeGateway.Protocol.Hikvision;

/// <summary>What an ISAPI camera says, from bytes to events: on the endless answer of alertStream, or in one pushed body.</summary>
public sealed class IsapiConversation : EventConversation<IsapiItem>
{
    private readonly IsapiEventAssembler _assembler;

    /// <param name="contentType">Content-Type of the answer, or null.</param>
    public IsapiConversation(string? contentType)
        : this(new MultipartReader(MultipartBoundary.From(contentType)), new IsapiEventAssembler())
    {
    }

    private IsapiConversation(MultipartReader reader, IsapiEventAssembler assembler)
        : base(reader, assembler) => _assembler = assembler;

    /// <summary>Reads a whole pushed body (section 3.2): multipart, or a bare XML or JSON document. The pictures are slices of it.</summary>
    /// <param name="body">At most what the inbox lets through.</param>
    /// <param name="contentType">Content-Type of the request, or null; not believed when the body looks otherwise.</param>
    public static IReadOnlyList<IsapiItem> ReadBody(ReadOnlyMemory<byte> body, string? contentType)
    {
        var conversation = new IsapiConversation(new MultipartReader(body, MultipartBoundary.From(contentType)), new IsapiEventAssembler());
        if (IsBare(body.Span, contentType))
        {
            conversation._assembler.FeedDocument(body, HeaderParameter.Find(contentType, "charset"));
            conversation._assembler.Flush();
        }
        else
        {
            conversation.Complete();
        }

        var items = new List<IsapiItem>();
        while (conversation._assembler.TryRead(out var item))
        {
            items.Add(item);
        }

        return items;
    }

    private static bool IsBare(ReadOnlySpan<byte> body, string? contentType)
    {
        var start = body.TrimStart("\uFEFF \t\r\n"u8);
        return start is [(byte)'<' or (byte)'{', ..]
            || (!MultipartBoundary.IsMultipart(contentType) && start is not [(byte)'-', ..]);
    }
}
