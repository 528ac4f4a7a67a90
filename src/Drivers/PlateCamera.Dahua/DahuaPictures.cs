using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Pictures;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>The pictures of one passage: bytes, roles, boxes, and what is missing.</summary>
internal sealed record DahuaPictures
{
    private const int Scale = 8192;

    public IReadOnlyList<MediaRef>? Media { get; private init; }

    public IReadOnlyList<Attachment> Attachments { get; private init; } = [];

    public PixelRect? PlateRect { get; private init; }

    public PixelRect? VehicleRect { get; private init; }

    public IReadOnlyList<string>? References { get; private init; }

    /// <param name="pictures">As they came.</param>
    /// <param name="due">Whether at least one must come.</param>
    /// <param name="boxes">Of the plate and of the vehicle, left, top, right, bottom.</param>
    /// <param name="pixels">Whether boxes are in pixels; else 0 to 8192 over width and height of the scene.</param>
    /// <param name="raw">The message, when its text had to be guessed; else empty.</param>
    /// <param name="flags">What is missing or doubted.</param>
    public static DahuaPictures Of(
        IReadOnlyList<DahuaPicture> pictures, bool due, (DahuaNode Plate, DahuaNode Vehicle) boxes, bool pixels, ReadOnlyMemory<byte> raw, FlagList flags)
    {
        string[] roles = DahuaPictureRoles.Of(pictures);
        var scene = pictures.Where((_, i) => roles[i] == "scene").Select(picture => PictureFormat.JpegSize(picture.Content.Span)).FirstOrDefault();
        var plate = Rect(boxes.Plate, pixels, scene, flags);
        var media = new List<MediaRef>();
        var attachments = new List<Attachment>();
        for (int i = 0; i < pictures.Count; i++)
        {
            flags.Add(roles[i] == DahuaPictureRoles.Person, "IMAGE_WITHHELD");
            if (pictures[i].Reference is null && roles[i] != DahuaPictureRoles.Person)
            {
                Add(Attachment.Of(pictures[i].Content, PictureFormat.MediaType(pictures[i].Content.Span) ?? "application/octet-stream"), roles[i], roles[i] == "scene" ? plate : null, media, attachments);
            }
        }

        string[] references = [.. pictures.Select(picture => picture.Reference).OfType<string>()];
        flags.Add(references.Length > 0, "IMAGE_REFERENCE");
        flags.Add(due && pictures.Count == 0, "IMAGE_MISSING");
        flags.Add(media.Count > 0 && !roles.Contains("scene"), "SCENE_MISSING");
        if (!raw.IsEmpty)
        {
            // Kept beyond the request that brought it.
            Add(Attachment.Of(raw.ToArray(), "application/octet-stream"), "raw", null, media, attachments);
        }

        return new DahuaPictures
        {
            Media = media.Count > 0 ? media : null,
            Attachments = attachments,
            PlateRect = plate,
            VehicleRect = Rect(boxes.Vehicle, pixels, scene, flags),
            References = references.Length > 0 ? references : null,
        };
    }

    private static void Add(Attachment attachment, string role, PixelRect? rect, List<MediaRef> media, List<Attachment> attachments)
    {
        var size = PictureFormat.JpegSize(attachment.Content.Span);
        attachments.Add(attachment);
        media.Add(new MediaRef(role, attachment.Sha256, attachment.Type, attachment.Content.Length, size?.Width, size?.Height, rect, attachment.Md5()));
    }

    // All zero means that there is none.
    private static PixelRect? Rect(DahuaNode box, bool pixels, (int Width, int Height)? scene, FlagList flags)
    {
        double?[] sides = [box[0].Number(), box[1].Number(), box[2].Number(), box[3].Number()];
        if (sides.Any(side => side is null) || sides.All(side => side == 0))
        {
            return null;
        }

        var most = pixels ? scene ?? (int.MaxValue, int.MaxValue) : (Scale, Scale);
        bool fits = sides[0] >= 0 && sides[1] >= 0 && sides[2] > sides[0] && sides[3] > sides[1] && sides[2] <= most.Item1 && sides[3] <= most.Item2;
        flags.Add(!fits, "RECT_INCONSISTENT");
        if (!fits || (scene is null && !pixels))
        {
            return null;
        }

        double x = pixels ? 1 : scene!.Value.Width / (double)Scale;
        double y = pixels ? 1 : scene!.Value.Height / (double)Scale;
        return new PixelRect(Whole(sides[0]!.Value * x), Whole(sides[1]!.Value * y), Whole((sides[2] - sides[0])!.Value * x), Whole((sides[3] - sides[1])!.Value * y));
    }

    private static int Whole(double value) => (int)Math.Floor(value + 0.5);
}
