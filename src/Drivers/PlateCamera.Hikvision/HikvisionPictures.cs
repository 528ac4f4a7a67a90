using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Elements;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Protocol.Pictures;

namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>The pictures of one event: bytes, roles, rectangles, and what is missing.</summary>
internal sealed record HikvisionPictures
{
    public IReadOnlyList<MediaRef>? Media { get; private init; }

    public IReadOnlyList<Attachment> Attachments { get; private init; } = [];

    public PixelRect? PlateRect { get; private init; }

    public PixelRect? VehicleRect { get; private init; }

    public string? Side { get; private init; }

    public IReadOnlyList<string>? References { get; private init; }

    public IReadOnlyList<string>? SecurityCodes { get; private init; }

    public static HikvisionPictures Of(IsapiEvent @event, FlagList flags)
    {
        var alert = @event.Alert;
        var frame = Frame(@event);
        var plate = Rect(alert, "plateRect", frame);
        var media = new List<MediaRef>();
        var attachments = new List<Attachment>();
        foreach (var picture in @event.Pictures)
        {
            if (IsOfPerson(picture))
            {
                flags.Add("IMAGE_WITHHELD");
                continue;
            }

            var attachment = Attachment.Of(picture.Content, PictureFormat.MediaType(picture.Content.Span) ?? "application/octet-stream");
            attachments.Add(attachment);
            media.Add(Describe(attachment, Role(picture), plate));
        }

        RaiseMissing(alert, @event.Pictures.Count, media, flags);
        KeepRaw(alert, media, attachments);
        return new HikvisionPictures
        {
            Media = media.Count > 0 ? media : null,
            Attachments = attachments,
            PlateRect = plate,
            VehicleRect = Rect(alert, "vehicelRect", frame) ?? Rect(alert, "vehicleRect", frame),
            Side = SideOf(alert),
            References = Texts(alert, flags, "IMAGE_REFERENCE", info => info.IsReference ? info.Element["pictureURL"].Text ?? info.FileName : null),
            SecurityCodes = Texts(alert, flags, null, info => info.Element["capturePicSecurityCode"].Text),
        };
    }

    private static MediaRef Describe(Attachment attachment, string role, PixelRect? plate)
    {
        var size = PictureFormat.JpegSize(attachment.Content.Span);
        return new MediaRef(
            role, attachment.Sha256, attachment.Type, attachment.Content.Length, size?.Width, size?.Height, role == "scene" ? plate : null, attachment.Md5());
    }

    // The bytes of an alert that had to be guessed or repaired stay with the reading, so that it can be judged again (section 6).
    private static void KeepRaw(IsapiAlert alert, List<MediaRef> media, List<Attachment> attachments)
    {
        if (alert.CharsetGuessed || alert.Repaired)
        {
            var raw = Attachment.Of(alert.Bytes, "application/octet-stream");
            attachments.Add(raw);
            media.Add(new MediaRef("raw", raw.Sha256, raw.Type, raw.Content.Length));
        }
    }

    private static void RaiseMissing(IsapiAlert alert, int came, List<MediaRef> media, FlagList flags)
    {
        bool none = came == 0 && alert.Expected is null or 0 && !alert.Pictures.Any(info => info.IsReference);
        flags.Add(!alert.HasMoreData && (came < alert.Expected || none), "IMAGE_MISSING");
        flags.Add(alert.HasMoreData, PlateFlags.PicturesFollow);
        bool scene = media.Any(item => item.Role == "scene") || alert.Pictures.Any(info => info.IsReference && RoleOf(info.Type) == "scene");
        flags.Add(media.Count > 0 && !scene, "SCENE_MISSING");
    }

    // Crops of the people in the vehicle do not leave the gateway (contract section 2).
    private static bool IsOfPerson(IsapiPicture picture) =>
        NamesPerson(picture.Info?.Type) || NamesPerson(picture.Info?.FileName) || NamesPerson(picture.Name) || NamesPerson(picture.FileName);

    private static bool NamesPerson(string? name) =>
        name is not null && (name.Contains("pilot", StringComparison.OrdinalIgnoreCase)
            || name.Contains("face", StringComparison.OrdinalIgnoreCase)
            || name.Contains("human", StringComparison.OrdinalIgnoreCase));

    private static string Role(IsapiPicture picture) =>
        RoleOf(picture.Info?.Type) ?? RoleOf(picture.Name) ?? RoleOf(picture.FileName) ?? RoleOf(picture.Info?.FileName) ?? "other";

    private static string? RoleOf(string? word) => word switch
    {
        null => null,
        _ when word.StartsWith("licensePlate", StringComparison.OrdinalIgnoreCase) => "plate",
        _ when word.StartsWith("detection", StringComparison.OrdinalIgnoreCase) => "scene",
        _ when word.StartsWith("vehicle", StringComparison.OrdinalIgnoreCase) => "vehicle",
        _ => null,
    };

    private static string? SideOf(IsapiAlert alert)
    {
        foreach (var info in alert.Pictures)
        {
            if (info.Element["picRecogMode"].Int() is { } mode and (0 or 1))
            {
                return mode == 0 ? "front" : "rear";
            }
        }

        return null;
    }

    // Rectangles are thousandths of this; the alert's own word comes before the picture's, which may be a reduced copy.
    private static (int Width, int Height)? Frame(IsapiEvent @event)
    {
        var told = @event.Alert.Root["detectionBackgroundImageResolution"];
        if (told["width"].Int() is { } width and > 0 && told["height"].Int() is { } height and > 0)
        {
            return (width, height);
        }

        foreach (var picture in @event.Pictures)
        {
            if (Role(picture) == "scene")
            {
                return PictureFormat.JpegSize(picture.Content.Span);
            }
        }

        return null;
    }

    private static PixelRect? Rect(IsapiAlert alert, string name, (int Width, int Height)? frame)
    {
        foreach (var info in alert.Pictures)
        {
            var rect = info.Element[name];
            if (rect["X"].Number() is { } x and >= 0 and <= 1000 && rect["Y"].Number() is { } y and >= 0 and <= 1000
                && rect["width"].Number() is { } width and > 0 and <= 1000 && rect["height"].Number() is { } height and > 0 and <= 1000)
            {
                return frame is not { } f ? null
                    : new PixelRect(Pixels(x, f.Width), Pixels(y, f.Height), Pixels(width, f.Width), Pixels(height, f.Height));
            }
        }

        return null;
    }

    private static int Pixels(double thousandths, int size) => (int)Math.Floor(thousandths * size / 1000 + 0.5);

    private static List<string>? Texts(IsapiAlert alert, FlagList flags, string? flag, Func<PictureInfo, string?> text)
    {
        var found = alert.Pictures.Select(text).OfType<string>().ToList();
        flags.Add(found.Count > 0 && flag is not null, flag ?? "");
        return found.Count > 0 ? found : null;
    }
}
