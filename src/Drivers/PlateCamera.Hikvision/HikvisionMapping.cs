using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Elements;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>From the camera's words to ours (plate-camera.md section 7, column Hik ISAPI). No clock: the time of receipt is passed in.</summary>
public static class HikvisionMapping
{
    public const string DriverName = "hikvision-anpr";

    private const int China = 59;
    private const int MostFurtherPlates = 4;

    /// <param name="event">An alert with its pictures.</param>
    /// <param name="place">What the configuration says of the camera.</param>
    /// <param name="received">When the gateway had all of it.</param>
    /// <returns>The reading, or null when the alert is no plate read.</returns>
    public static Reading? ToReading(IsapiEvent @event, HikvisionPlace place, DateTimeOffset received)
    {
        var alert = @event.Alert;
        if (!alert.IsAnpr)
        {
            return null;
        }

        var flags = new FlagList();
        flags.Add(alert.CharsetGuessed, "CHARSET_GUESSED");
        flags.Add(alert.Repaired, "XML_REPAIRED");
        bool history = alert.Root["isDataRetransmission"].Is("true") || alert.Anpr["alarmDataType"].Int() == 1;
        var time = HikvisionTime.Of(alert, place.Zone, received, history, flags);
        var pictures = HikvisionPictures.Of(@event, flags);
        var body = Body(alert, place, pictures, flags) with
        {
            CaptureTimeSource = time.Source,
            Source = new SourceInfo(NativeId(@event), history, time.Text, Identity(alert.Root)),
            Flags = flags.OrNull(),
        };
        return new Reading
        {
            Device = place.Device,
            Driver = DriverName,
            Lane = Lane.Event,
            Time = time.Time,
            TimeFrom = time.From,
            Received = received,
            Body = body,
            Attachments = pictures.Attachments,
            DeviceOffsetMs = time.From == TimeOrigin.Device && !history ? (long)(time.Time - received).TotalMilliseconds : null,
        };
    }

    private static PlateReadBody Body(IsapiAlert alert, HikvisionPlace place, HikvisionPictures pictures, FlagList flags)
    {
        var anpr = alert.Anpr;
        return new PlateReadBody
        {
            Plate = Plate(alert, pictures, flags),
            FurtherPlates = FurtherPlates(alert),
            Vehicle = HikvisionVehicle.Of(alert, pictures.VehicleRect, flags),
            LaneNo = anpr["line"].Int() is { } line and >= 0 ? line : null,
            CheckpointId = place.CheckpointId ?? Checkpoint(alert.Root["monitoringSiteID"].Text),
            SpeedKmh = anpr["vehicleInfo"]["speed"].Number() is { } speed and >= 0 ? speed : null,
            LimitKmh = anpr["speedLimit"].Number() is { } limit and > 0 ? limit : null,
            Heading = HikvisionWords.Heading(alert, flags) ?? place.Heading,
            RelativeDirection = HikvisionWords.Relative(anpr["direction"], flags),
            PicturesAnnounced = alert.Announced,
            PassageKey = IsWeak(alert.Root["UUID"].Text) ? null : alert.Root["UUID"].Text,
            PictureReferences = pictures.References,
            SecurityCodes = pictures.SecurityCodes,
            Violation = Violation(anpr["illegalInfo"]),
            Position = HikvisionPosition.Of(alert.Root["DeviceGPSInfo"]),
            Media = pictures.Media,
        };
    }

    private static PlateInfo Plate(IsapiAlert alert, HikvisionPictures pictures, FlagList flags)
    {
        var anpr = alert.Anpr;
        int? country = anpr["country"].Int();
        string raw = anpr["licensePlate"].Text ?? "";
        var type = HikvisionWords.PlateType(anpr["plateType"], flags);
        // 253 points to another field, 254 is unrecognised; Hong Kong, Macau and Taiwan are told by CRIndex.
        var plate = PlateParser.Parse(raw, new PlateContext { PlateClass = type, Foreign = country is > 0 and not (China or 253 or 254) });
        var colour = HikvisionWords.PlateColour(alert, plate, flags);
        flags.AddRange(plate.Flags);
        return plate.ToInfo(raw, colour.Source == "prefix" ? null : colour.Code) with
        {
            PlateClass = HikvisionWords.PlateClass(type, plate, colour.Code, anpr["plateColor"]),
            Colour = colour.Code,
            ColourSource = colour.Source,
            Confidence = anpr["confidenceLevel"].Number() is { } level and >= 0 and <= 100 ? level : null,
            CharConfidence = CharConfidence(anpr["plateCharBelieve"].Text),
            Country = country,
            Side = pictures.Side,
            Rect = pictures.PlateRect,
        };
    }

    // The main plate stands in the list too. Only names that ANPR itself has are read there: no source shows others.
    private static List<PlateInfo>? FurtherPlates(IsapiAlert alert)
    {
        string? main = alert.Anpr["licensePlate"].Text;
        var list = alert.Anpr["PlateInfoList"] is { Exists: true } inner ? inner : alert.Root["PlateInfoList"];
        var further = new List<PlateInfo>();
        foreach (var item in list.Exists ? list.Children() : [])
        {
            if (item["licensePlate"].Text is { } raw && raw != main && further.Count < MostFurtherPlates && further.All(one => one.Raw != raw))
            {
                int? colour = item["plateColor"].Text is { } word ? PlateColours.Hikvision.Read(word) : null;
                further.Add(PlateParser.Parse(raw, PlateContext.None).ToInfo(raw, colour));
            }
        }

        return further.Count > 0 ? further : null;
    }

    private static List<int>? CharConfidence(string? text)
    {
        var values = new List<int>();
        foreach (string item in text?.Split([',', ' '], 33, StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            if (values.Count == 32 || !double.TryParse(item, System.Globalization.CultureInfo.InvariantCulture, out double value) || value is not (>= 0 and <= 100))
            {
                return null;
            }

            values.Add((int)Math.Round(value, MidpointRounding.AwayFromZero));
        }

        return values.Count == 0 ? null : values;
    }

    // A UUID is the same for repeated captures of one vehicle, so it takes the picture or its time to tell them apart.
    private static string? NativeId(IsapiEvent @event)
    {
        var alert = @event.Alert;
        string? uuid = alert.Root["UUID"].Text;
        string? picture = First(alert, "absTime") ?? (IsWeak(uuid) ? null : First(alert, "pId"));
        string? moment = picture ?? alert.Root["dateTime"].Text;
        string? first = uuid is null || (picture is null && IsWeak(uuid)) ? alert.Anpr["licensePlate"].Text : uuid;
        return moment is null || first is null ? null : $"{first}:{moment}{Part(@event)}";
    }

    // With hasMoreData the parts share UUID and time; each but the last is told apart by the pictures it brought, a repeat has the same ones.
    private static string Part(IsapiEvent @event)
    {
        if (!@event.Alert.HasMoreData)
        {
            return "";
        }

        using var digest = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        foreach (var picture in @event.Pictures)
        {
            digest.AppendData(picture.Content.Span);
        }

        return @event.Pictures.Count == 0 ? ":part" : $":part-{Convert.ToHexStringLower(digest.GetHashAndReset().AsSpan(0, 4))}";
    }

    private static string? First(IsapiAlert alert, string name)
    {
        foreach (var picture in alert.Pictures)
        {
            if (picture.Element[name].Text is { } text)
            {
                return text;
            }
        }

        return null;
    }

    // Seen in the field: the single letter x.
    private static bool IsWeak(string? uuid) => uuid is null || uuid.Length < 8 || uuid.AsSpan().IndexOfAnyExcept(uuid[0], '-') < 0;

    private static string? Identity(Element root) => root["macAddress"].Text ?? root["deviceUUID"].Text ?? root["deviceID"].Text;

    private static string? Checkpoint(string? text) =>
        text is { Length: 20 } && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 ? text : null;

    private static ViolationInfo? Violation(Element illegal) =>
        illegal["illegalCode"].Text is { } code && code.AsSpan().IndexOfAnyExcept('0') >= 0
            ? new ViolationInfo(code, illegal["illegalName"].Text, illegal["illegalDescription"].Text) : null;
}
