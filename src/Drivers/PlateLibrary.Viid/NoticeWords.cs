using System.Globalization;
using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Protocol.Viid;
using EdgeGateway.Protocol.Viid.Objects;
using EdgeGateway.Protocol.Viid.Writing;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>From a notice to the body of a DispositionNotification (plate-camera.md sections 2.6 and 2.9).</summary>
public static class NoticeWords
{
    /// <summary>In front of the title when the plate is only similar, or was not read whole: nobody may take it for certain.</summary>
    private const string Possible = "疑似 ";

    private const string NoPlate = "无车牌";

    public static (string Id, byte[] Body) Of(HotListNotice notice, ViidLibraryOptions options, TimeSpan zone)
    {
        string id = NoticeId.Notification(notice, options.OrganisationCode, zone);
        var head = new ViidNotice(id, notice.Entry.Id, (notice.Possible ? Possible : string.Empty) + notice.Entry.Category, ViidTime.Write(notice.Found, zone));
        return (id, ViidWriter.DispositionNotification(head, Vehicle(notice, options, zone)));
    }

    private static ViidMotorVehicle Vehicle(HotListNotice notice, ViidLibraryOptions options, TimeSpan zone)
    {
        var read = notice.Read;
        string id = NoticeId.Vehicle(notice, options.DeviceId, zone);
        return new ViidMotorVehicle
        {
            Id = id,
            SourceId = id[..41],
            DeviceId = id[..20],
            TollgateId = read.CheckpointId ?? (options.Tollgates.Count > 0 ? options.Tollgates[0] : null),
            Rect = read.Vehicle?.Rect,
            PassTime = ViidTime.Write(notice.Time, zone),
            LaneNo = read.LaneNo,
            HasPlate = read.Plate.Outcome != "NO_PLATE",
            PlateClass = read.Plate.PlateClass ?? "99",
            PlateColor = Number(read.Plate.Colour),
            PlateNo = read.Plate.Text?.Replace('?', '-') ?? NoPlate,
            Speed = read.SpeedKmh,
            Direction = read.Heading.ToString(CultureInfo.InvariantCulture),
            VehicleClass = read.Vehicle?.Class,
            VehicleBrand = read.Vehicle?.Brand,
            VehicleModel = read.Vehicle?.Model,
            VehicleLength = read.Vehicle?.LengthMm,
            VehicleColor = Number(read.Vehicle?.Colour),
            PlateReliability = read.Plate.Confidence?.ToString("0", CultureInfo.InvariantCulture),
        };
    }

    private static string Number(int? code) => (code ?? 99).ToString(CultureInfo.InvariantCulture);
}
