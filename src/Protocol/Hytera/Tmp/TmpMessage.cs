using System.Text;

namespace EdgeGateway.Protocol.Hytera.Tmp;

/// <summary>A text or short data, to one radio or to a group.</summary>
/// <param name="Code">A text or data code, no acknowledgement.</param>
/// <param name="RequestId">Chosen by the sender.</param>
/// <param name="Destination">For whom.</param>
/// <param name="Sender">From whom.</param>
/// <param name="Body">UTF-16LE for a text.</param>
public sealed record TmpMessage(TmpCode Code, uint RequestId, RadioIp Destination, RadioIp Sender, ReadOnlyMemory<byte> Body) : TmpContent(Code, RequestId, Destination)
{
    public bool IsText => Code is TmpCode.PrivateText or TmpCode.GroupText;

    /// <summary>Null for short data, and for bytes that are no valid UTF-16LE.</summary>
    public string? Text => IsText ? PayloadText.Utf16(Body.Span) : null;

    /// <param name="group">To a group.</param>
    /// <param name="confirmed">Ask for an acknowledgement; groups do not give one.</param>
    /// <param name="requestId">The same in every repeat.</param>
    /// <param name="destination">For whom.</param>
    /// <param name="sender">From whom.</param>
    /// <param name="text">At most 700 characters fit.</param>
    public static TmpMessage OfText(bool group, bool confirmed, uint requestId, RadioIp destination, RadioIp sender, string text) =>
        new(group ? TmpCode.GroupText : TmpCode.PrivateText, requestId, destination, sender, Encoding.Unicode.GetBytes(text)) { Flags = confirmed ? ConfirmedBit : (byte)0 };

    /// <summary>The acknowledgement of it by its receiver.</summary>
    public TmpAck Acknowledge(TmpResult result) => new(
        Code switch { TmpCode.PrivateText => TmpCode.PrivateTextAck, TmpCode.GroupText => TmpCode.GroupTextAck, TmpCode.PrivateData => TmpCode.PrivateDataAck, _ => TmpCode.GroupDataAck },
        RequestId,
        Destination,
        IsGroup ? null : Sender,
        result) { Flags = Flags };

    private protected override void WriteBody(PayloadWriter payload) => payload.Radio(Sender).Bytes(Body.Span);
}
