using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PlateCamera;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Pictures;
using EdgeGateway.Protocol.Viid;
using EdgeGateway.Protocol.Viid.Json;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>The pictures of one vehicle: bytes, roles, and what is missing (plate-camera.md sections 2.6 and 7).</summary>
internal sealed class ViidPictures
{
    /// <summary>More pictures than any vehicle has.</summary>
    private const int Most = 32;

    /// <summary>Base64 that is shorter and no picture is a name that happens to be base64.</summary>
    private const int ShortestFile = 64;

    private const string Raw = "raw";

    private readonly FlagList _flags;
    private readonly List<MediaRef> _media = [];
    private readonly List<Attachment> _attachments = [];
    private readonly List<string> _references = [];
    private bool _hasScene;

    private ViidPictures(FlagList flags) => _flags = flags;

    public IReadOnlyList<MediaRef>? Media => _media.Count > 0 ? _media : null;

    public IReadOnlyList<Attachment> Attachments => _attachments;

    public IReadOnlyList<string>? References => _references.Count > 0 ? _references : null;

    /// <summary>Pictures that the object lists; null when it lists none.</summary>
    public int? Announced { get; private set; }

    /// <summary>Whether one was named that did not come as bytes, or none came at all.</summary>
    public bool AreMissing { get; private set; }

    /// <param name="vehicle">The object.</param>
    /// <param name="rect">Where the vehicle is in its scene picture.</param>
    /// <param name="flags">Takes what is doubtful.</param>
    public static ViidPictures Of(ViidValue vehicle, PixelRect? rect, FlagList flags)
    {
        var pictures = new ViidPictures(flags);
        var images = vehicle["SubImageList"]["SubImageInfoObject"].Objects().Take(Most).ToList();
        images = images.Count > 0 ? images : [.. vehicle["SubImageList"].Objects().Where(image => image["ImageID"].Exists).Take(Most)];
        pictures.Announced = images.Count > 0 ? images.Count : null;
        foreach (var image in images)
        {
            pictures.Take(image, rect);
        }

        pictures.TakeUrls(vehicle);
        pictures.RaiseMissing();
        return pictures;
    }

    /// <summary>Bytes that are kept beside the pictures, so that the reading can be judged again.</summary>
    public void Keep(ReadOnlyMemory<byte> raw) => Add(raw, Raw, null);

    private void Take(ViidValue image, PixelRect? rect)
    {
        string? type = ViidImageTypes.Known(image["Type"].Text);
        _flags.Add(type is null && image["Type"].Text is not null, "ENUM_UNKNOWN");
        if (ViidImageTypes.IsOfPerson(type))
        {
            _flags.Add("IMAGE_WITHHELD");
            return;
        }

        string role = RoleOf(type);
        if (ViidBase64.TryDecode(image["Data"], out var bytes) && (PictureFormat.MediaType(bytes.Span) is not null || bytes.Length >= ShortestFile))
        {
            Add(bytes, role, role == "scene" ? rect : null);
            _hasScene |= role == "scene";
            return;
        }

        Refer(image["Data"].Text ?? image["StoragePath"].Text, role);
    }

    private void Refer(string? reference, string role)
    {
        AreMissing = true;
        _flags.Add(reference is null ? "IMAGE_MISSING" : "IMAGE_REFERENCE");
        if (reference is not null)
        {
            _references.Add(reference);
            _hasScene |= role == "scene";
        }
    }

    /// <summary>Hashes a picture and measures it by its own bytes.</summary>
    public static (Attachment Attachment, MediaRef Media) Describe(ReadOnlyMemory<byte> bytes, string role, PixelRect? rect, FlagList flags)
    {
        string? type = PictureFormat.MediaType(bytes.Span);
        flags.Add(type is null && role != Raw, "IMAGE_FORMAT");
        var attachment = Attachment.Of(bytes, type ?? "application/octet-stream");
        var size = PictureFormat.JpegSize(bytes.Span);
        return (attachment, new MediaRef(role, attachment.Sha256, attachment.Type, bytes.Length, size?.Width, size?.Height, rect, attachment.Md5()));
    }

    private void Add(ReadOnlyMemory<byte> bytes, string role, PixelRect? rect)
    {
        var (attachment, media) = Describe(bytes, role, rect, _flags);
        _attachments.Add(attachment);
        _media.Add(media);
    }

    // Addresses beside the pictures themselves are no loss; alone they are.
    private void TakeUrls(ViidValue vehicle)
    {
        foreach (string name in (string[])["StorageUrl1", "StorageUrl2", "StorageUrl3", "StorageUrl4", "StorageUrl5"])
        {
            if (vehicle[name].Text is { } url && !_references.Contains(url))
            {
                _flags.Add(_media.Count == 0, "IMAGE_REFERENCE");
                _references.Add(url);
            }
        }
    }

    private void RaiseMissing()
    {
        AreMissing |= _media.Count == 0;
        _flags.Add(_media.Count == 0 && _references.Count == 0, "IMAGE_MISSING");
        _flags.Add(_media.Count > 0 && !_hasScene, "SCENE_MISSING");
    }

    public static string RoleOf(string? type) => type switch
    {
        "01" or "08" or "14" => "scene",
        "02" or "03" => "plate",
        "09" => "vehicle",
        "06" => "logo",
        "07" => "violation",
        _ => "other",
    };
}
