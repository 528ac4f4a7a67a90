using EdgeGateway.Protocol.Multipart;

namespace EdgeGateway.Protocol.Hikvision;

/// <summary>
/// What an ISAPI camera says, from bytes to events: on the endless answer of alertStream, or in one pushed body.
/// Not safe for use by two threads at once; one for each stream.
/// </summary>
public sealed class IsapiConversation : IEventConversation<IsapiItem>
{
    private readonly MultipartReader _reader;
    private readonly IsapiEventAssembler _assembler = new();

    /// <summary>For a stream: <see cref="Append"/> what comes, <see cref="TryRead"/> until false, again.</summary>
    /// <param name="contentType">Content-Type of the answer, or null.</param>
    public IsapiConversation(string? contentType) => _reader = new MultipartReader(MultipartBoundary.From(contentType));

    private IsapiConversation(ReadOnlyMemory<byte> body, string? contentType) =>
        _reader = new MultipartReader(body, MultipartBoundary.From(contentType));

    /// <summary>True while something waits that only more bytes, <see cref="Flush"/> or <see cref="Complete"/> can bring out.</summary>
    public bool IsWaiting => _assembler.IsWaiting || _reader.Buffered > 0;

    public int Buffered => _reader.Buffered;

    public void Append(ReadOnlySpan<byte> bytes) => _reader.Append(bytes);

    public bool TryRead(out IsapiItem item)
    {
        while (!_assembler.TryRead(out item))
        {
            if (!_reader.TryRead(out var found))
            {
                return false;
            }

            _assembler.Feed(found);
        }

        return true;
    }

    public void Flush()
    {
        if (_reader.TryReadWaiting(out var waiting))
        {
            _assembler.Feed(waiting);
        }

        _assembler.Flush();
    }

    public void Complete()
    {
        _reader.Complete();
        while (_reader.TryRead(out var found))
        {
            _assembler.Feed(found);
        }

        _assembler.Flush();
    }

    /// <summary>Reads a whole pushed body (section 3.2): multipart, or a bare XML or JSON document. The pictures are slices of it.</summary>
    /// <param name="body">At most what the inbox lets through.</param>
    /// <param name="contentType">Content-Type of the request, or null; not believed when the body looks otherwise.</param>
    public static IReadOnlyList<IsapiItem> ReadBody(ReadOnlyMemory<byte> body, string? contentType)
    {
        var conversation = new IsapiConversation(body, contentType);
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
