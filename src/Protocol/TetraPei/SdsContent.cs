namespace EdgeGateway.Protocol.TetraPei;

/// <summary>What short data says.</summary>
public abstract record SdsContent
{
    private protected SdsContent()
    {
    }
}

/// <summary>A text.</summary>
/// <param name="Protocol">First byte: 02, 09, 82, 89 or 8a.</param>
/// <param name="Coding">7 bits of the coding byte.</param>
/// <param name="Text">Null where the coding is not known here, or the bytes are none of it.</param>
/// <param name="Bytes">Of the text as they came.</param>
/// <param name="Stamp">Only where the coding byte announces one.</param>
/// <param name="Transfer">Only with the transport layer.</param>
public sealed record SdsText(byte Protocol, byte Coding, string? Text, ReadOnlyMemory<byte> Bytes, SdsStamp? Stamp, SdsTransfer? Transfer) : SdsContent
{
    /// <summary>Which part of a longer text this is; null where it is the whole.</summary>
    public SdsPart? Part { get; init; }
}

/// <summary>A code of the users' own.</summary>
public sealed record SdsStatus(int Value) : SdsContent;

/// <summary>A message reached the other side, or did not.</summary>
/// <param name="DeliveryStatus">0x00 to 0x1f success, 0x20 to 0x3f for now, 0x40 to 0x5f failed.</param>
/// <param name="Reference">Of the message it is about.</param>
/// <param name="WantsAcknowledgement">The sender of the report waits for an SDS-ACK.</param>
public sealed record SdsReport(byte Protocol, byte DeliveryStatus, byte Reference, bool WantsAcknowledgement) : SdsContent;

/// <summary>A report was received.</summary>
public sealed record SdsAcknowledgement(byte Protocol, byte DeliveryStatus, byte Reference) : SdsContent;

/// <summary>A place, see <see cref="LipShort"/>.</summary>
public sealed record SdsPlace(LipShort Report) : SdsContent;

/// <summary>Anything else, kept as it came.</summary>
/// <param name="Why">What it is, or why it could not be read.</param>
/// <param name="Bytes">All of it.</param>
/// <param name="Text">Where the protocol is one of readable letters.</param>
public sealed record SdsRaw(string Why, ReadOnlyMemory<byte> Bytes, string? Text = null) : SdsContent
{
    /// <summary>Only with the transport layer.</summary>
    public SdsTransfer? Transfer { get; init; }
}

/// <summary>What the transport layer adds (EN 300 392-2 section 29.4.2.4).</summary>
/// <param name="Reference">0 to 255, chosen by the sender.</param>
/// <param name="WantsReceived">A report when it arrived.</param>
/// <param name="WantsConsumed">A report when it was read.</param>
/// <param name="NoShortReport">Only a whole report will do.</param>
public sealed record SdsTransfer(byte Reference, bool WantsReceived, bool WantsConsumed, bool NoShortReport);

/// <summary>A part of a text that did not fit one message.</summary>
/// <param name="Reference">The same in all parts.</param>
/// <param name="Count">Of parts.</param>
/// <param name="Number">From 1.</param>
public sealed record SdsPart(int Reference, int Count, int Number);
