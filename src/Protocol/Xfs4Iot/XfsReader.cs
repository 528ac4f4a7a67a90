using System.Text.Json;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>
/// Reads messages of XFS4IoT services (kiosk.md section 1.2), one at a time and without memory. It is a list of what is taken: only named values of named messages
/// are copied. It throws on no input.
/// </summary>
public static class XfsReader
{
    /// <summary>The largest capabilities seen have 40 KiB.</summary>
    public const int MostBytes = 1024 * 1024;

    public const int MostDepth = 32;

    /// <summary>Members and items of one payload.</summary>
    public const int MostValues = 16_384;

    /// <summary>Values that are kept of one service.</summary>
    public const int MostPaths = 512;

    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = MostDepth };

    /// <param name="utf8">One text or binary message.</param>
    public static XfsRead Read(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > MostBytes)
        {
            return new XfsRead(null, XfsFaults.TooLarge);
        }

        try
        {
            utf8 = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
            var envelope = new XfsEnvelope();
            string? fault = envelope.Read(utf8.Span);
            return fault is null ? Read(envelope, utf8) : new XfsRead(null, fault);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // An escape that is no character is only found when the text is asked for.
            return new XfsRead(null, XfsFaults.NotJson);
        }
    }

    private static XfsRead Read(in XfsEnvelope envelope, ReadOnlyMemory<byte> utf8)
    {
        if (!XfsNames.IsRead(envelope.Name!))
        {
            string? holder = XfsSensitive.Of(envelope.Name!);
            return new XfsRead(null, holder is null ? XfsFaults.UnknownMessage : XfsFaults.Sensitive, holder);
        }

        if (Kind(envelope, out string? fault) is not { } kind)
        {
            return new XfsRead(null, fault);
        }

        var message = Head(envelope, kind);
        var payload = utf8[envelope.Payload];
        if (payload.IsEmpty || kind == XfsMessageKind.Acknowledge)
        {
            return XfsPayload.Take(message, default);
        }

        using var document = JsonDocument.Parse(payload, s_options);
        fault = XfsOutline.Check(document.RootElement);
        return fault is null ? XfsPayload.Take(message, document.RootElement) : new XfsRead(null, fault);
    }

    private static XfsMessageKind? Kind(in XfsEnvelope envelope, out string? fault)
    {
        string? type = XfsNames.Type(envelope.Type!);
        bool hasId = envelope.RequestId > 0;
        fault = type is null ? XfsFaults.UnknownType
            : type == "command" ? XfsFaults.UnexpectedCommand
            : envelope.RequestId < 0 || (!hasId && type is "acknowledge" or "completion") ? XfsFaults.BadRequestId
            : null;
        return fault is not null ? null : type switch
        {
            "acknowledge" => XfsMessageKind.Acknowledge,
            "completion" => XfsMessageKind.Completion,
            _ => hasId ? XfsMessageKind.Event : XfsMessageKind.Unsolicited,
        };
    }

    private static XfsMessage Head(in XfsEnvelope envelope, XfsMessageKind kind)
    {
        var command = XfsNames.Command(envelope.Name!);
        return new XfsMessage
        {
            Kind = kind,
            Name = XfsNames.Spelled(envelope.Name!),
            Type = XfsNames.Type(envelope.Type!)!,
            Command = command,
            RequestId = envelope.RequestId > 0 ? envelope.RequestId : null,
            WrittenId = envelope.HasRequestId ? envelope.RequestId : null,
            Version = XfsVersion.Parse(envelope.Version),
            Refusal = kind == XfsMessageKind.Acknowledge ? XfsNames.Refusal(envelope.Status) : null,
            Completion = kind == XfsMessageKind.Completion && command is not null ? XfsCompletion.Of(envelope.Code, command, envelope.SpeaksOfVersion) : null,
        };
    }
}
