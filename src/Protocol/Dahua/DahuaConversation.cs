using EdgeGateway.Protocol.Multipart;

namespace EdgeGateway.Protocol.Dahua;

/// <summary>What a camera says on the endless answer of either attach, from bytes to events (plate-camera.md section 4.1).</summary>
public sealed class DahuaConversation : EventConversation<DahuaItem>
{
    /// <summary>What cameras use when they forget to say so.</summary>
    public const string UsualBoundary = "myboundary";

    /// <param name="contentType">Content-Type of the answer, or null.</param>
    public DahuaConversation(string? contentType)
        : base(new MultipartReader(BoundaryOf(contentType)), new DahuaEventAssembler(BoundaryOf(contentType)))
    {
    }

    /// <summary>Reads a whole recorded stream.</summary>
    public static IEnumerable<DahuaItem> ReadAll(ReadOnlyMemory<byte> body, string? contentType)
    {
        var conversation = new DahuaConversation(contentType);
        conversation.Append(body.Span);
        conversation.Complete();
        while (conversation.TryRead(out var item))
        {
            yield return item;
        }
    }

    private static string BoundaryOf(string? contentType) => MultipartBoundary.From(contentType) ?? UsualBoundary;
}
