using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Viid.Json;

namespace EdgeGateway.Protocol.Viid.Objects;

/// <summary>A MotorVehicleObject as it is sent (plate-camera.md section 2.6); what is null is left out. For reading see <see cref="Find"/>.</summary>
public sealed record ViidMotorVehicle
{
    /// <summary>48 digits.</summary>
    public required string Id { get; init; }

    /// <summary>41 digits of the picture it came from.</summary>
    public required string SourceId { get; init; }

    /// <summary>20 digits of the checkpoint.</summary>
    public string? TollgateId { get; init; }

    /// <summary>20 digits of the camera.</summary>
    public string? DeviceId { get; init; }

    /// <summary>0 other, 1 automatic, 2 manual.</summary>
    public int InfoKind { get; init; } = 1;

    /// <summary>Pixels of the scene picture; all zero on the wire when it is null.</summary>
    public PixelRect? Rect { get; init; }

    /// <summary>Civil time, 14 digits.</summary>
    public required string PassTime { get; init; }

    public int? LaneNo { get; init; }

    public required bool HasPlate { get; init; }

    /// <summary>GA/T 16.7, two digits.</summary>
    public string PlateClass { get; init; } = "99";

    /// <summary>VIID colour code.</summary>
    public string PlateColor { get; init; } = "99";

    /// <summary>A half-width hyphen stands for an unread character, 无车牌 for a plate that cannot be read at all.</summary>
    public string? PlateNo { get; init; }

    public string? PlateNoAttach { get; init; }

    public double? Speed { get; init; }

    /// <summary>1 to 9.</summary>
    public string? Direction { get; init; }

    /// <summary>GA/T 16.4, three characters.</summary>
    public string? VehicleClass { get; init; }

    public string? VehicleBrand { get; init; }

    public string? VehicleModel { get; init; }

    /// <summary>Millimetres.</summary>
    public int? VehicleLength { get; init; }

    /// <summary>VIID colour code of the body.</summary>
    public string VehicleColor { get; init; } = "99";

    /// <summary>0 to 100.</summary>
    public string? PlateReliability { get; init; }

    /// <summary>Addresses 1 to 5: near view, plate, panorama, composite, thumbnail.</summary>
    public IReadOnlyList<string> StorageUrls { get; init; } = [];

    public IReadOnlyList<ViidSubImage> Images { get; init; } = [];

    /// <summary>The motor vehicles of a body: of an upload in any envelope, of a single object, or of the notifications of a subscription or of an alarm.</summary>
    public static IReadOnlyList<ViidValue> Find(ViidDocument body)
    {
        var notifications = ViidNotification.ReadSubscribed(body).Concat(ViidNotification.ReadAlarms(body)).ToList();
        if (notifications.Count > 0)
        {
            return [.. notifications.SelectMany(one => one.MotorVehicles)];
        }

        var found = ViidEnvelope.Objects(body.Root, "MotorVehicle");
        return found.Count == 0 && IsOne(body.Root) ? [body.Root] : found;
    }

    private static bool IsOne(ViidValue root) => root["MotorVehicleID"].Exists || (root["PlateNo"].Exists && root["PassTime"].Exists);
}
