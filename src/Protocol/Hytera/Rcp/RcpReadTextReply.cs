namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Reply to <see cref="RcpReadText"/>.</summary>
/// <param name="Result">0 ok.</param>
/// <param name="Item">Of the question.</param>
/// <param name="Body">UTF-16LE.</param>
public sealed record RcpReadTextReply(uint Result, uint Item, ReadOnlyMemory<byte> Body) : RcpContent(RcpOpcode.ReadTextReply)
{
    /// <summary>Without the NULs that fill it up; null when it is no valid UTF-16LE.</summary>
    public string? Text => PayloadText.Utf16(Body.Span)?.TrimEnd('\0');

    private protected override void Write(PayloadWriter payload) => payload.U32(Result).U32(Item).Bytes(Body.Span);
}
