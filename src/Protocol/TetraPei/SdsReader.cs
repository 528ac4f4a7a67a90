namespace EdgeGateway.Protocol.TetraPei;

/// <summary>Reads the payload of short data by its service and first byte (pdt-radio.md section 10; EN 300 392-2 section 29).</summary>
public static class SdsReader
{
    public const byte SimpleText = 0x02;

    public const byte SimpleLocation = 0x03;

    public const byte SimpleImmediateText = 0x09;

    public const byte Lip = 0x0A;

    public const byte Text = 0x82;

    public const byte Location = 0x83;

    public const byte ImmediateText = 0x89;

    public const byte UserDataHeader = 0x8A;

    private const int Report = 1;
    private const int Acknowledgement = 2;

    /// <summary>Of protocols from 0x80 on, the second byte is that of the transport layer.</summary>
    private const byte TransportLayer = 0x80;

    public static SdsContent Read(PeiSds sds)
    {
        var data = sds.Data;
        if (sds.Header.Encrypted == true)
        {
            return new SdsRaw("encrypted", data);
        }

        return sds.Header.Service switch
        {
            SdsHeader.Status when sds.Header.Bits == 16 => new SdsStatus((data.Span[0] << 8) | data.Span[1]),
            SdsHeader.UserData4 when !data.IsEmpty => UserData(data, sds.Header.Bits),
            >= 9 and <= 11 => new SdsRaw(FormattableString.Invariant($"sds-{sds.Header.Service - 8}"), data),
            _ => new SdsRaw("unknown-service", data),
        };
    }

    private static SdsContent UserData(ReadOnlyMemory<byte> data, int bits) => data.Span[0] switch
    {
        SimpleText or SimpleImmediateText when data.Length >= 2 => Simple(data),
        SimpleLocation => new SdsRaw("location", data, Printable(data.Span[1..])),
        Lip => LipShort.Read(data.Span[1..], bits - 8) is { } report ? new SdsPlace(report) : new SdsRaw("lip-long", data),
        >= TransportLayer and var protocol when data.Length >= 2 => (data.Span[1] >> 4) switch
        {
            0 => Transfer(protocol, data),
            Report when data.Length >= 4 => new SdsReport(protocol, data.Span[2], data.Span[3], (data.Span[1] & 0x08) != 0),
            Acknowledgement when data.Length >= 4 => new SdsAcknowledgement(protocol, data.Span[2], data.Span[3]),
            _ => new SdsRaw("transport-layer", data),
        },
        var protocol => new SdsRaw(FormattableString.Invariant($"protocol-{protocol:x2}"), data),
    };

    private static SdsText Simple(ReadOnlyMemory<byte> data)
    {
        byte coding = (byte)(data.Span[1] & 0x7F);
        return new SdsText(data.Span[0], coding, SdsCoding.Read(coding, data.Span[2..]), data[2..], null, null);
    }

    private static SdsContent Transfer(byte protocol, ReadOnlyMemory<byte> data)
    {
        byte flags = data.Span[1];
        if (data.Length < 3 || Stored(flags, data.Span[3..]) is not { } stored)
        {
            return new SdsRaw("transport-layer", data);
        }

        var transfer = new SdsTransfer(data.Span[2], (flags & 0x04) != 0, (flags & 0x08) != 0, (flags & 0x02) != 0);
        var content = data[(3 + stored)..];
        return protocol switch
        {
            Text or ImmediateText or UserDataHeader => Worded(protocol, content, transfer) ?? (SdsContent)new SdsRaw("text", data) { Transfer = transfer },
            Location => new SdsRaw("location", data, Printable(content.Span)) { Transfer = transfer },
            _ => new SdsRaw(FormattableString.Invariant($"protocol-{protocol:x2}"), data) { Transfer = transfer },
        };
    }

    /// <summary>Where a message was stored on its way: period and kind of address in one byte, then the address.</summary>
    /// <returns>How long that is; null when it does not fit or the kind is not known.</returns>
    private static int? Stored(byte flags, ReadOnlySpan<byte> rest)
    {
        if ((flags & 0x01) == 0)
        {
            return 0;
        }

        int? length = rest.IsEmpty ? null : (rest[0] & 0x07) switch { 0 => 2, 1 => 4, 2 => 7, 7 => 1, _ => null };
        return length <= rest.Length ? length : null;
    }

    private static SdsText? Worded(byte protocol, ReadOnlyMemory<byte> content, SdsTransfer transfer)
    {
        if (content.IsEmpty || ((content.Span[0] & 0x80) != 0 && content.Length < 4))
        {
            return null;
        }

        byte coding = (byte)(content.Span[0] & 0x7F);
        var stamp = (content.Span[0] & 0x80) != 0 ? SdsStamp.Read(content.Span.Slice(1, 3)) : null;
        var body = content[(stamp is null ? 1 : 4)..];
        if (protocol != UserDataHeader)
        {
            return new SdsText(protocol, coding, SdsCoding.Read(coding, body.Span), body, stamp, transfer);
        }

        // A header of so many bytes; the one for parts has element 0, three bytes: reference, count, number.
        int length = body.IsEmpty ? int.MaxValue : body.Span[0] + 1;
        if (length > body.Length)
        {
            return null;
        }

        var header = body[1..length].Span;
        var part = header is [0x00, 3, var reference, var count, var number, ..] ? new SdsPart(reference, count, number) : null;
        body = body[length..];
        return new SdsText(protocol, coding, SdsCoding.Read(coding, body.Span), body, stamp, transfer) { Part = part };
    }

    /// <summary>NMEA comes as text, behind a byte or two that say what system it is of.</summary>
    private static string? Printable(ReadOnlySpan<byte> bytes)
    {
        int start = bytes.IndexOf((byte)'$');
        if (start < 0)
        {
            return null;
        }

        var text = bytes[start..].TrimEnd("\r\n\0"u8);
        return text.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7E) < 0 ? System.Text.Encoding.ASCII.GetString(text) : null;
    }
}
