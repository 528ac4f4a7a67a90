using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>From a posted passage to a reading (plate-camera.md section 7, column Dahua push).</summary>
public static class TollgateMapping
{
    private static readonly string[] s_named = ["NormalPic", "VehiclePic", "CutoutPic"];

    /// <param name="passage">As posted.</param>
    /// <param name="place">What the configuration says of the camera.</param>
    /// <param name="received">When the gateway had all of it.</param>
    public static Reading ToReading(TollgateInfo passage, DahuaPlace place, DateTimeOffset received)
    {
        var (snap, plate, vehicle) = (passage.Snap, passage.Plate, passage.Vehicle);
        var flags = new FlagList();
        var moment = DahuaMoment.Of(passage, place.Zone, received, flags);
        flags.Add(passage.CharsetGuessed, "CHARSET_GUESSED");
        var boxes = (plate["BoundingBox"], vehicle["VehicleBoundingBox"]);
        var pictures = DahuaPictures.Of(passage.Pictures, true, boxes, place.BoxesInPixels, passage.CharsetGuessed ? passage.Bytes : default, flags);
        double? confidence = DahuaPlate.Confidence(place.Confidence, plate["Confidence"]);
        var told = new DahuaPlate(plate["PlateNumber"].Text is null ? null : plate["PlateNumber"].Raw, plate["IsExist"].Flag(), plate["PlateColor"], plate["Region"].Text);
        var body = new PlateReadBody
        {
            Plate = told.Read(confidence, flags) with { Rect = pictures.PlateRect },
            Vehicle = Vehicle(vehicle, pictures.VehicleRect, flags),
            LaneNo = snap["LanNo"].Whole() is { } lane and >= 0 and < 1000 ? (int)lane + 1 - (place.LaneBase ?? 1) : null,
            CheckpointId = place.CheckpointId,
            SpeedKmh = DahuaSpeed.Of(snap["Speed"], vehicle["Speed"], flags),
            Heading = place.Heading,
            RelativeDirection = DahuaWords.Relative(DahuaNode.Missing, snap["Direction"], flags),
            CaptureTimeSource = moment.Source,
            PictureReferences = pictures.References,
            SecurityCodes = snap["DefenceCode"].Text is { } code ? [code] : null,
            Media = pictures.Media,
            Source = new SourceInfo(NativeId(passage), moment.Retransmitted, moment.Text, snap["DeviceID"].Text),
        };
        return DahuaMapping.Envelope(place, received, moment, body with { Flags = flags.OrNull() }, pictures);
    }

    // The name of the scene, and the moment: on some firmware the name is the same for ever.
    private static string? NativeId(TollgateInfo passage)
    {
        string? moment = passage.Snap["AccurateTime"].Text ?? passage.Snap["SnapTime"].Text;
        string? name = s_named.Select(member => passage.Passage[member]["PicName"].Text).FirstOrDefault(text => text is not null);
        return (name, moment) switch
        {
            (null, null) => null,
            (null, _) => $"{passage.Snap["DeviceID"].Text}:{passage.Snap["LanNo"].Text}:{passage.Plate["PlateNumber"].Text}@{moment}",
            (_, null) => name,
            _ => $"{name}@{moment}",
        };
    }

    private static VehicleInfo? Vehicle(DahuaNode told, PixelRect? rect, FlagList flags)
    {
        var vehicle = new VehicleInfo
        {
            Class = DahuaWords.VehicleClass(told["VehicleType"], flags),
            Colour = DahuaWords.BodyColour(told["VehicleColor"], flags),
            Brand = DahuaMapping.Name(told["VehicleSign"]),
            Model = DahuaMapping.Name(told["VehicleSeries"]),
            Rect = rect,
        };
        return vehicle == new VehicleInfo() ? null : vehicle;
    }
}
