using EdgeGateway.Protocol.Multipart;
using EdgeGateway.Protocol.Pictures;

namespace EdgeGateway.Protocol.Hikvision;

/// <summary>
/// Puts alerts and the pictures that follow them together. An event is complete when all announced pictures are here,
/// when the next alert or heartbeat comes, or when the host says <see cref="Flush"/>.
/// </summary>
public sealed class IsapiEventAssembler : IEventAssembler<IsapiItem>
{
    private const int MostPictures = 16;
    private const int MostBytes = 32 * 1024 * 1024;
    private const int DocumentWithin = 4096;

    private readonly Queue<IsapiItem> _ready = new();
    private readonly List<IsapiPicture> _pictures = [];
    private IsapiAlert? _waiting;
    private long _bytes;

    public bool IsWaiting => _waiting is not null;

    public bool TryRead(out IsapiItem item) => _ready.TryDequeue(out item);

    public void Feed(MultipartItem item)
    {
        if (item.Part is { } part)
        {
            FeedPart(part);
        }
        else if (item.Fault is { } fault)
        {
            Fault(fault);
        }
        else
        {
            Flush();
            _ready.Enqueue(new IsapiItem(IsapiItemKind.End));
        }
    }

    /// <summary>Takes the bytes of a document that came without multipart around it.</summary>
    public void FeedDocument(ReadOnlyMemory<byte> body, string? charset) => AddAlerts(body, charset);

    /// <param name="cut">Means nothing here: an alert says itself how many pictures come.</param>
    public void Flush(bool cut = false)
    {
        if (_waiting is { } alert)
        {
            var pictures = PictureMatch.Match(_pictures, alert.Pictures);
            _ready.Enqueue(new IsapiItem(IsapiItemKind.Alert, new IsapiEvent(alert, pictures)));
        }

        (_waiting, _bytes) = (null, 0);
        _pictures.Clear();
    }

    private void FeedPart(MultipartPart part)
    {
        string? picture = PictureFormat.MediaType(part.Body.Span);
        if (picture is not null || (IsImage(part.Headers.ContentType) && !StartsDocument(part.Body.Span)))
        {
            AddPicture(part, picture);
        }
        else if (part.Body.Span[..Math.Min(part.Body.Length, DocumentWithin)].ContainsAny((byte)'<', (byte)'{'))
        {
            AddAlerts(part.Body, part.Headers.Charset);
        }
        else
        {
            Fault(IsapiFaults.UnknownPart);
        }
    }

    private void AddAlerts(ReadOnlyMemory<byte> body, string? charset)
    {
        foreach (var alert in AlertReader.Read(body, charset, Fault))
        {
            Flush();
            if (alert.IsHeartbeat)
            {
                _ready.Enqueue(new IsapiItem(IsapiItemKind.Heartbeat, Heartbeat: alert));
                continue;
            }

            _waiting = alert;
            FlushWhenComplete();
        }
    }

    private void AddPicture(MultipartPart part, string? type)
    {
        bool cut = !part.Ended && type == "image/jpeg" && !part.Body.Span.TrimEnd("\r\n\0"u8).EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]);
        string? fault = _waiting is null ? IsapiFaults.StrayPicture
            : cut ? IsapiFaults.PictureTruncated
            : part.Body.IsEmpty ? IsapiFaults.PictureEmpty
            : _pictures.Count >= MostPictures || _bytes + part.Body.Length > MostBytes ? IsapiFaults.TooManyPictures
            : null;
        if (fault is not null)
        {
            Fault(fault);
            return;
        }

        _bytes += part.Body.Length;
        _pictures.Add(new IsapiPicture(part.Headers.Name, part.Headers.FileName, part.Body) { ContentId = part.Headers.ContentId });
        FlushWhenComplete();
    }

    private void FlushWhenComplete()
    {
        if (_waiting?.Expected is { } expected && _pictures.Count >= expected)
        {
            Flush();
        }
    }

    private void Fault(string word) => _ready.Enqueue(IsapiItem.Of(word));

    private static bool StartsDocument(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n"u8) is [(byte)'<' or (byte)'{', ..];

    private static bool IsImage(string? type) => type is not null && type.AsSpan().TrimStart().StartsWith("image/", StringComparison.OrdinalIgnoreCase);
}
