namespace EdgeGateway.Protocol.Multipart;

/// <summary>From the bytes of an endless multipart answer to items.</summary>
/// <typeparam name="TItem">What is found.</typeparam>
public interface IEventConversation<TItem>
    where TItem : struct, IEventItem
{
    /// <summary>Bytes of a part that is not whole yet.</summary>
    int Buffered { get; }

    void Append(ReadOnlySpan<byte> bytes);

    /// <returns>False when more bytes must come first.</returns>
    bool TryRead(out TItem item);

    /// <summary>
    /// The stream has gone quiet (a second is long enough): what is here is all that comes with this event. Then
    /// <see cref="TryRead"/> brings it out. Costs nothing when nothing waits.
    /// </summary>
    void Flush();

    /// <summary>The link ended; <see cref="TryRead"/> brings out the rest.</summary>
    void Complete();
}
