using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PlateCamera;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Protocol.Plates;
using EdgeGateway.Protocol.Viid.Ids;
using EdgeGateway.Protocol.Viid.Json;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>From the words of VIID to ours (plate-camera.md section 7, column VIID). No clock: the time of receipt is passed in.</summary>
public static class ViidCameraMapping
{
    public const string DriverName = "viid-camera";

    /// <param name="vehicle">A MotorVehicleObject.</param>
    /// <param name="document">The body it stands in.</param>
    /// <param name="raw">The body as it came.</param>
    /// <param name="place">What the configuration says of the camera.</param>
    /// <param name="received">When the gateway had all of it.</param>
    public static Reading ToReading(ViidValue vehicle, ViidDocument document, ReadOnlyMemory<byte> raw, ViidPlace place, DateTimeOffset received)
    {
        var flags = new FlagList();
        flags.Add(document.CharsetGuessed, "CHARSET_GUESSED");
        flags.Add(document.Malformed, "HTTP_MALFORMED");
        flags.Add(document.Repaired, "JSON_REPAIRED");
        var time = ViidCaptureTime.Of(vehicle, place.Zone, received, flags);
        var rect = Rect(vehicle, flags);
        var pictures = ViidPictures.Of(vehicle, rect, flags);
        if (document.CharsetGuessed)
        {
            pictures.Keep(ViidRaw.Of(raw.Span));
        }

        var body = Body(vehicle, place, rect, flags) with
        {
            CaptureTimeSource = time.Source,
            PicturesAnnounced = pictures.Announced,
            PictureReferences = pictures.References,
            Media = pictures.Media,
            PassageKey = PassageKey(vehicle, pictures),
            ObjectId = ObjectId(vehicle, place, received, flags),
        };
        var reading = new Reading
        {
            Device = place.Device,
            Driver = DriverName,
            Lane = Lane.Event,
            Time = time.Time,
            TimeFrom = time.From,
            Received = received,
            Body = body with { Source = new SourceInfo(NativeId(vehicle, body), false, time.Text, vehicle["DeviceID"].Text), Flags = flags.OrNull() },
            Attachments = pictures.Attachments,
            DeviceOffsetMs = time.From == TimeOrigin.Device ? (long)(time.Time - received).TotalMilliseconds : null,
        };
        return reading with { RepeatKey = RepeatKeys.Of(reading) };
    }

    private static PlateReadBody Body(ViidValue vehicle, ViidPlace place, PixelRect? rect, FlagList flags)
    {
        var plate = ViidPlate.Of(vehicle, flags);
        return new PlateReadBody
        {
            Plate = plate,
            AttachedPlate = ViidPlate.Attached(vehicle),
            Vehicle = ViidVehicle.Of(vehicle, rect, flags),
            LaneNo = vehicle["LaneNo"].Int() is { } lane and >= 0 ? lane : null,
            CheckpointId = place.CheckpointId ?? ViidDeviceCode.Parse(vehicle["TollgateID"].Text)?.Text,
            SpeedKmh = vehicle["Speed"].Number() is { } speed and >= 0 ? speed : null,
            Heading = ViidWords.Heading(vehicle["Direction"], place.Headings, flags) ?? place.Heading,
        };
    }

    // All zero means that it is not known.
    private static PixelRect? Rect(ViidValue vehicle, FlagList flags)
    {
        var (left, top, right, bottom) = (vehicle["LeftTopX"].Int() ?? 0, vehicle["LeftTopY"].Int() ?? 0, vehicle["RightBtmX"].Int() ?? 0, vehicle["RightBtmY"].Int() ?? 0);
        if (left == 0 && top == 0 && right == 0 && bottom == 0)
        {
            return null;
        }

        bool whole = left >= 0 && top >= 0 && right > left && bottom > top;
        flags.Add(!whole, "RECT_INCONSISTENT");
        return whole ? new PixelRect(left, top, right - left, bottom - top) : null;
    }

    // The object's own DeviceID comes first: a platform sends for many cameras.
    private static string? ObjectId(ViidValue vehicle, ViidPlace place, DateTimeOffset received, FlagList flags)
    {
        string? device = ViidDeviceCode.Parse(vehicle["DeviceID"].Text)?.Text ?? place.DeviceId;
        string? given = vehicle["MotorVehicleID"].Text;
        var doubts = MotorVehicleId.Flags(given, device);
        flags.AddRange(doubts);
        if (doubts.Count == 0)
        {
            return given;
        }

        return (place.DeviceId ?? device) is { } owner && place.Ids.TryMotorVehicle(owner, received.ToOffset(place.Zone).DateTime, out string made) ? made : null;
    }

    /// <summary>
    /// What the device calls it, as it stands. An id too weak to be one is joined by time and plate, or two vehicles would be
    /// taken for one; without an id, what has no plate is never taken for a repeat (section 7).
    /// </summary>
    private static string? NativeId(ViidValue vehicle, PlateReadBody body)
    {
        string? id = vehicle["MotorVehicleID"].Text;
        if (id is not null && IsStrong(id))
        {
            return id;
        }

        string? time = vehicle["PassTime"].Text;
        bool plate = body.Plate.Outcome is "VALID" or "PARTIAL" or "OTHER" or "INVALID";
        return time is null || !plate ? null : $"{id}:{time}:{body.Plate.Text}";
    }

    // Pictures that are named and not there may come later, by themselves.
    private static string? PassageKey(ViidValue vehicle, ViidPictures pictures) =>
        pictures.AreMissing && vehicle["MotorVehicleID"].Text is { } id && IsStrong(id) ? id : null;

    private static bool IsStrong(string id) => id.Length >= 32 && id.AsSpan().IndexOfAnyExcept(id[0]) >= 0;
}
