namespace EdgeGateway.Protocol.Multipart;

/// <summary>From the parts of a stream to items: a text and the pictures that follow it.</summary>
/// <typeparam name="TItem">What is found.</typeparam>
public interface IEventAssembler<TItem>
    where TItem : struct, IEventItem
{
    /// <summary>True while something waits for pictures.</summary>
    bool IsWaiting { get; }

    bool TryRead(out TItem item);

    /// <summary>Takes what the multipart reader found; what becomes of it is fetched with <see cref="TryRead"/>.</summary>
    void Feed(MultipartItem item);

    /// <summary>Ends what waits, if anything does, with the pictures that are here.</summary>
    /// <param name="cut">True when the link ended, so that nobody knows whether these are all.</param>
    void Flush(bool cut = false);
}
