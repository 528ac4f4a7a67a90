namespace EdgeGateway.Protocol.Multipart;

/// <summary>
/// What a camera says in a stream of parts, from bytes to items: <see cref="Append"/> what comes, <see cref="TryRead"/> until false,
/// again. Not safe for use by two threads at once; one for each stream.
/// </summary>
/// <typeparam name="TItem">What is found.</typeparam>
/// <param name="reader">From bytes to parts.</param>
/// <param name="assembler">From parts to items.</param>
public abstract class EventConversation<TItem>(MultipartReader reader, IEventAssembler<TItem> assembler)
    where TItem : struct, IEventItem
{
    /// <summary>Bytes of a part that is not whole yet.</summary>
    public int Buffered => reader.Buffered;

    /// <summary>True while something waits that only more bytes, <see cref="Flush"/> or <see cref="Complete"/> can bring out.</summary>
    public bool IsWaiting => assembler.IsWaiting || reader.Buffered > 0;

    public void Append(ReadOnlySpan<byte> bytes) => reader.Append(bytes);

    /// <returns>False when more bytes must come first.</returns>
    public bool TryRead(out TItem item)
    {
        while (!assembler.TryRead(out item))
        {
            if (!reader.TryRead(out var found))
            {
                return false;
            }

            assembler.Feed(found);
        }

        return true;
    }

    /// <summary>
    /// The stream has gone quiet (a second is long enough): what is here is all that comes with this event. Then
    /// <see cref="TryRead"/> brings it out. Costs nothing when nothing waits.
    /// </summary>
    public void Flush()
    {
        if (reader.TryReadWaiting(out var waiting))
        {
            assembler.Feed(waiting);
        }

        assembler.Flush();
    }

    /// <summary>The link ended; <see cref="TryRead"/> brings out the rest.</summary>
    public void Complete()
    {
        reader.Complete();
        while (reader.TryRead(out var found))
        {
            assembler.Feed(found);
        }

        assembler.Flush(cut: true);
    }
}
