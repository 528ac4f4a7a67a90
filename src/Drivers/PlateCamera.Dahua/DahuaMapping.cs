using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>From an event of either stream to a reading (plate-camera.md section 7, column Dahua text / JSON). No clock: the time of receipt is passed in.</summary>
public static class DahuaMapping
{
    public const string DriverName = "dahua-anpr";

    /// <param name="event">An event with its pictures.</param>
    /// <param name="place">What the configuration says of the camera.</param>
    /// <param name="received">When the gateway had all of it.</param>
    /// <returns>The reading, or null when the event tells of no vehicle.</returns>
    public static Reading? ToReading(DahuaEvent @event, DahuaPlace place, DateTimeOffset received)
    {
        if (!@event.IsPassage)
        {
            return null;
        }

        var flags = new FlagList();
        var moment = DahuaMoment.Of(@event.Data, place.Zone, received, flags);
        return Reading(@event, place, received, moment, DahuaIdentity.Of(@event.Data, @event.IsCut), flags);
    }

    /// <summary>For a picture that the camera kept; its path is its identity.</summary>
    internal static Reading ToReading(DahuaEvent stored, DahuaPlace place, DateTimeOffset received, DahuaCapture capture)
    {
        var flags = new FlagList();
        var moment = DahuaMoment.Of(capture, received, flags);
        return Reading(stored, place, received, moment, new DahuaIdentity(capture.Path, null, null), flags);
    }

    internal static Reading Envelope(DahuaPlace place, DateTimeOffset received, DahuaMoment moment, PlateReadBody body, DahuaPictures pictures)
    {
        var reading = Bare(place, received, moment, body, pictures);
        return reading with { RepeatKey = RepeatKeys.Of(reading) };
    }

    private static Reading Bare(DahuaPlace place, DateTimeOffset received, DahuaMoment moment, PlateReadBody body, DahuaPictures pictures) => new()
    {
        Device = place.Device,
        Driver = DriverName,
        Lane = Lane.Event,
        Time = moment.Time,
        TimeFrom = moment.From,
        Received = received,
        Body = body,
        Attachments = pictures.Attachments,
        DeviceOffsetMs = moment.From == TimeOrigin.Device && !moment.Retransmitted ? (long)(moment.Time - received).TotalMilliseconds : null,
    };

    private static Reading Reading(DahuaEvent @event, DahuaPlace place, DateTimeOffset received, DahuaMoment moment, DahuaIdentity identity, FlagList flags)
    {
        var data = @event.Data;
        var car = data["TrafficCar"];
        flags.Add(@event.CharsetGuessed, "CHARSET_GUESSED");
        var boxes = (Box(data["Object"]["BoundingBox"], car["BoundingBox"], data["Plate"]["BoundingBox"]),
            Box(data["Vehicle"]["BoundingBox"], car["VehicleBoundingBox"], data["NonMotor"]["BoundingBox"]));
        var pictures = DahuaPictures.Of(@event.Pictures, @event.PicturesDue, boxes, place.BoxesInPixels, @event.CharsetGuessed ? @event.Bytes : default, flags);
        var plate = Plate(data, place, flags);
        flags.Add(PlatesDiffer(data), "FRONT_REAR_MISMATCH");
        var body = new PlateReadBody
        {
            Plate = plate with { Side = DahuaWords.Side(First(data, "VehicleDirection")), Rect = pictures.PlateRect },
            Vehicle = Vehicle(data, pictures.VehicleRect, flags),
            LaneNo = First(data, "Lane").Whole() is { } lane and >= 0 and < 1000 ? (int)lane + 1 - (place.LaneBase ?? 0) : null,
            CheckpointId = place.CheckpointId,
            SpeedKmh = DahuaSpeed.Of(car["Speed"], data["Speed"], flags),
            LimitKmh = First(data, "UpperSpeedLimit").Number() is { } limit and > 0 ? limit : null,
            Heading = DahuaWords.Heading(car["Direction"], flags) ?? place.Heading,
            RelativeDirection = DahuaWords.Relative(First(data, "DrivingDirection")[0], First(data, "JunctionDirection"), flags),
            CaptureTimeSource = moment.Source,
            PicturesAnnounced = identity.InGroup is > 1 && @event.PicturesDue ? 1 : null,
            PassageKey = identity.Passage,
            PictureReferences = pictures.References,
            Violation = Violation(data),
            Media = pictures.Media,
            Source = new SourceInfo(identity.NativeId, moment.Retransmitted, moment.Text, DahuaIdentity.Machine(data)),
        };
        return Envelope(place, received, moment, body with { Flags = flags.OrNull() }, pictures);
    }

    private static PlateInfo Plate(DahuaNode data, DahuaPlace place, FlagList flags)
    {
        var car = data["TrafficCar"];
        string? country = car["Country"].Text ?? data["CommInfo"]["Country"].Text ?? data["Country"].Text;
        var colour = Said(car["PlateColor"], data["Plate"]["PlateColor"], data["NonMotor"]["Plate"]["PlateColor"]);
        double? confidence = DahuaPlate.Confidence(place.Confidence, data["Object"]["Confidence"], data["Plate"]["Confidence"], data["Vehicle"]["Confidence"]);
        return new DahuaPlate(PlateTexts.Of(data), null, colour, country).Read(confidence, flags);
    }

    private static VehicleInfo? Vehicle(DahuaNode data, PixelRect? rect, FlagList flags)
    {
        var car = data["TrafficCar"];
        bool nonMotor = data["CommInfo"]["SnapCategory"].Is("NonMotor") || data["Vehicle"]["ObjectType"].Is("NonMotor");
        var vehicle = new VehicleInfo
        {
            Category = nonMotor ? "non-motor" : null,
            Class = nonMotor ? null : DahuaWords.VehicleClass(data["Vehicle"]["Category"], flags),
            Colour = DahuaWords.BodyColour(Said(car["VehicleColor"], data["NonMotor"]["Color"], data["Vehicle"]["Color"]), flags),
            Brand = Name(car["VehicleSign"]),
            Model = Name(car["VehicleSeries"]),
            Rect = rect,
        };
        return vehicle == new VehicleInfo() ? null : vehicle;
    }

    internal static string? Name(DahuaNode node) => node.Text is { } text && !node.Is("Unknown") ? text : null;

    private static bool PlatesDiffer(DahuaNode data)
    {
        var pair = data["PlateInfo"].HasChildren ? data["PlateInfo"] : data["TrafficCar"]["PlateInfo"];
        return pair["FrontPlateNumber"].Text is { } front && pair["BackPlateNumber"].Text is { } back
            && Protocol.Plates.PlateParser.Parse(front, Protocol.Plates.PlateContext.None).Text is { } one
            && Protocol.Plates.PlateParser.Parse(back, Protocol.Plates.PlateContext.None).Text is { } other && one != other;
    }

    private static ViolationInfo? Violation(DahuaNode data) =>
        First(data, "ViolationCode").Text is { } code && code.AsSpan().IndexOfAnyExcept('0') >= 0
            ? new ViolationInfo(code, First(data, "ViolationName").Text, First(data, "ViolationDesc").Text) : null;

    private static DahuaNode First(DahuaNode data, string name) => Said(data[name], data["TrafficCar"][name]);

    private static DahuaNode Said(params ReadOnlySpan<DahuaNode> places)
    {
        foreach (var place in places)
        {
            if (place.Text is not null || place.HasChildren)
            {
                return place;
            }
        }

        return DahuaNode.Missing;
    }

    // A box of zeros is no box.
    private static DahuaNode Box(params ReadOnlySpan<DahuaNode> places)
    {
        foreach (var place in places)
        {
            if (place.Children.Any(side => side.Number() is not (null or 0)))
            {
                return place;
            }
        }

        return DahuaNode.Missing;
    }
}
