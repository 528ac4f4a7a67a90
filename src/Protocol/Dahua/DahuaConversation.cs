using EdgeGateway.Protocol.Multipart;

namespace EdgeGateway.Protocol.Dahua;

/// <summary>
/// What a camera says on the endless answer of either attach, from bytes to events (plate-camera.md section 4.1).
/// Not safe for use by two threads at once; one for each stream.
/// </summary>
public sealed class DahuaConversation : IEventConversation<DahuaItem>
{
    /// <summary>What cameras use when they forget to say so.</summary>
    public const string UsualBoundary = "myboundary";

    private readonly MultipartReader _reader;
    private readonly DahuaEventAssembler _assembler;

    /// <summary>For a stream: <see cref="Append"/> what comes, <see cref="TryRead"/> until false, again.</summary>
    /// <param name="contentType">Content-Type of the answer, or null.</param>
    public DahuaConversation(string? contentType)
    {
        string boundary = MultipartBoundary.From(contentType) ?? UsualBoundary;
        _reader = new MultipartReader(boundary);
        _assembler = new DahuaEventAssembler(boundary);
    }

    public int Buffered => _reader.Buffered;

    /// <summary>True while an event waits for pictures or a part for its end.</summary>
    public bool IsWaiting => _assembler.IsWaiting || _reader.Buffered > 0;

    public void Append(ReadOnlySpan<byte> bytes) => _reader.Append(bytes);

    public bool TryRead(out DahuaItem item)
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

        _assembler.Flush(cut: true);
    }

    /// <summary>Reads a whole recorded stream.</summary>
    public static IEnumerable<DahuaItem> ReadAll(ReadOnlyMemory<byte> body, string? contentType)
    {
        var conversation = new DahuaConversation(contentType);
        conversation.Append(body.Span);
        conversation.Complete();
        while (conversation._assembler.TryRead(out var item))
        {
            yield return item;
        }
    }
}
