using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Paths;
using EdgeGateway.Protocol.Pictures;

namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>The pictures of one event: bytes, roles, and what is missing.</summary>
internal sealed class InspectionPictures
{
    private const int MostEntries = 16;
    private const string Taken = "\0";

    private readonly List<MediaRef> _media = [];
    private readonly List<Attachment> _attachments = [];

    public IReadOnlyList<MediaRef>? Media => _media.Count > 0 ? _media : null;

    public IReadOnlyList<Attachment> Attachments => _attachments;

    /// <summary>Of the scanner's own picture, when its bytes tell.</summary>
    public (int Width, int Height)? Size { get; private set; }

    public static InspectionPictures Of(PicturesMap fields, InspectionEvent @event, FlagList flags)
    {
        var result = new InspectionPictures();
        var entries = Entries(fields, @event.Body, flags);
        string?[] roles = Roles(entries, @event.Pictures, fields.Role);
        foreach (var (picture, role) in @event.Pictures.Zip(roles))
        {
            flags.Add(role is null, "IMAGE_WITHHELD");
            if (role is not null)
            {
                result.Add(picture.Content, role);
            }
        }

        flags.Add(entries.Count > @event.Pictures.Count, "IMAGE_MISSING");
        return result;
    }

    private void Add(ReadOnlyMemory<byte> content, string role)
    {
        var attachment = Attachment.Of(content, PictureFormat.MediaType(content.Span) ?? "application/octet-stream");
        var size = PictureFormat.JpegSize(content.Span);
        _attachments.Add(attachment);
        _media.Add(new MediaRef(role, attachment.Sha256, attachment.Type, content.Length, size?.Width, size?.Height, null, attachment.Md5()));
        Size ??= role is "xray" or "overlay" ? size : null;
    }

    private static List<(string? ContentId, string? Role)> Entries(PicturesMap fields, BodyNode body, FlagList flags)
    {
        var entries = new List<(string?, string?)>();
        foreach (var image in Each(fields.Images, body))
        {
            var (raw, word) = fields.Kind.Read(image);
            flags.Add(raw is not null && word is null, "ENUM_UNKNOWN");
            entries.Add((fields.ContentId.Text(image), word ?? fields.Role));
        }

        entries.AddRange(Each(fields.Related, body).Select(image => (fields.ContentId.Text(image), (string?)"scene")));
        return entries;
    }

    private static IEnumerable<BodyNode> Each(FieldPaths paths, BodyNode body)
    {
        var found = paths.Nodes(body);
        return (found is [{ IsList: true } whole] ? whole.Children : found).Take(MostEntries);
    }

    /// <summary>A content id ties for certain; what is left over on both sides is taken in its order.</summary>
    private static string?[] Roles(List<(string? ContentId, string? Role)> entries, IReadOnlyList<EventPicture> pictures, string? otherwise)
    {
        string?[] roles = new string?[pictures.Count];
        var open = new List<int>();
        for (int i = 0; i < pictures.Count; i++)
        {
            int named = pictures[i].ContentId is { } id ? entries.FindIndex(entry => entry.ContentId == id) : -1;
            if (named < 0)
            {
                open.Add(i);
                continue;
            }

            roles[i] = entries[named].Role;
            entries[named] = entries[named] with { ContentId = null, Role = Taken };
        }

        var left = new Queue<string?>(entries.Where(entry => entry.Role != Taken).Select(entry => entry.Role));
        open.ForEach(i => roles[i] = left.TryDequeue(out string? role) ? role : otherwise);
        return roles;
    }
}
