using EdgeGateway.Protocol.Multipart;
using EdgeGateway.Protocol.Pictures;

namespace EdgeGateway.Protocol.Dahua;

/// <summary>
/// Puts events and the pictures that follow them together. No event says how many pictures come; it is complete when the
/// next text comes, or when the host says <see cref="Flush"/>. Each event of a cluster comes with its own picture.
/// </summary>
/// <param name="boundary">Of the stream, without dashes.</param>
public sealed class DahuaEventAssembler(string boundary) : IEventAssembler<DahuaItem>
{
    private const int MostPictures = 16;
    private const int MostBytes = 32 * 1024 * 1024;

    private readonly Queue<DahuaItem> _ready = new();
    private readonly List<DahuaEvent> _waiting = [];
    private readonly List<DahuaPicture> _pictures = [];
    private long _bytes;

    public bool IsWaiting => _waiting.Count > 0;

    public bool TryRead(out DahuaItem item) => _ready.TryDequeue(out item);

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
            _ready.Enqueue(new DahuaItem(DahuaItemKind.End));
        }
    }

    public void Flush(bool cut = false)
    {
        bool uneven = _waiting.Count > 1 && _pictures.Count > _waiting.Count && _pictures.Count % _waiting.Count != 0;
        if (uneven)
        {
            Fault(DahuaFaults.PicturesUneven);
        }

        int each = _waiting.Count == 0 ? 0 : Math.Max(1, _pictures.Count / _waiting.Count);
        for (int i = 0; i < _waiting.Count; i++)
        {
            var own = _pictures.Skip(i * each).Take(i == _waiting.Count - 1 ? int.MaxValue : each);
            _ready.Enqueue(new DahuaItem(DahuaItemKind.Event, _waiting[i] with { Pictures = [.. own], IsCut = cut && _waiting[i].PicturesDue }));
        }

        _bytes = 0;
        _waiting.Clear();
        _pictures.Clear();
    }

    private void FeedPart(MultipartPart part)
    {
        string? picture = PictureFormat.MediaType(part.Body.Span);
        if (picture is not null || IsImage(part.Headers.ContentType))
        {
            AddPicture(part.Body, !part.Ended && picture == "image/jpeg", part.Headers.ContentId);
        }
        else if (IsHeartbeat(part.Body.Span))
        {
            Flush();
            _ready.Enqueue(new DahuaItem(DahuaItemKind.Heartbeat));
        }
        else if (part.Body.Span.IndexOfAnyExcept(" \t\r\n\0"u8) < 0)
        {
            Fault(DahuaFaults.UnknownPart);
        }
        else
        {
            AddEvents(part);
        }
    }

    private void AddEvents(MultipartPart part)
    {
        var glued = new List<ReadOnlyMemory<byte>>();
        var text = GluedPicture.Split(part.Body, boundary, glued);
        var events = EventTexts.Read(text, part.Headers.Charset, Fault);
        if (events.Count > 0)
        {
            Flush();
            _waiting.AddRange(events);
        }

        foreach (var picture in glued)
        {
            Fault(DahuaFaults.GluedPicture);
            AddPicture(picture, mayBeCut: true);
        }
    }

    private void AddPicture(ReadOnlyMemory<byte> body, bool mayBeCut, string? contentId = null)
    {
        bool cut = mayBeCut && !body.Span.TrimEnd("\r\n\0"u8).EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]);
        string? fault = _waiting.Count == 0 ? DahuaFaults.StrayPicture
            : cut ? DahuaFaults.PictureTruncated
            : body.IsEmpty ? DahuaFaults.PictureEmpty
            : _pictures.Count >= MostPictures || _bytes + body.Length > MostBytes ? DahuaFaults.TooManyPictures
            : null;
        if (fault is not null)
        {
            Fault(fault);
            return;
        }

        _bytes += body.Length;
        _pictures.Add(new DahuaPicture(null, null, body) { ContentId = contentId });
    }

    private void Fault(string word) => _ready.Enqueue(DahuaItem.Of(word));

    private static bool IsHeartbeat(ReadOnlySpan<byte> body) => System.Text.Ascii.EqualsIgnoreCase(body.Trim(" \t\r\n\0"u8), "heartbeat"u8);

    private static bool IsImage(string? type) => type is not null && type.AsSpan().TrimStart().StartsWith("image/", StringComparison.OrdinalIgnoreCase);
}
