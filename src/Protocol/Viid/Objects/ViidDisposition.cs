using EdgeGateway.Protocol.Viid.Json;

namespace EdgeGateway.Protocol.Viid.Objects;

/// <summary>A DispositionObject: who or what is looked for (plate-camera.md section 2.9). Faults seen: an id that is not 33 digits.</summary>
public sealed record ViidDisposition
{
    /// <summary>DispositionCategory for motor vehicles; 1 person, 3 non-motor, 4 keyword.</summary>
    public const int MotorVehicle = 2;

    public const int Set = 0;
    public const int Withdraw = 1;

    /// <summary>33 digits, when it is right.</summary>
    public string? Id { get; init; }

    public string? Title { get; init; }

    public int? Category { get; init; }

    /// <summary>For vehicles the plate, or words.</summary>
    public string? TargetFeature { get; init; }

    public string? TargetImageUri { get; init; }

    public int? PriorityLevel { get; init; }

    public string? ApplicantName { get; init; }

    public string? ApplicantInfo { get; init; }

    public string? ApplicantOrg { get; init; }

    /// <summary>As written, see <see cref="ViidTime"/>.</summary>
    public string? BeginTime { get; init; }

    /// <summary>As written.</summary>
    public string? EndTime { get; init; }

    /// <summary>0 set, 1 withdraw.</summary>
    public int? OperateType { get; init; }

    /// <summary>0 active, 1 withdrawn, 2 expired, 9 not set.</summary>
    public int? Status { get; init; }

    /// <summary>1 checkpoints, 2 area.</summary>
    public int? Range { get; init; }

    /// <summary>20-digit codes separated by commas.</summary>
    public string? TollgateList { get; init; }

    /// <summary>Administrative division of 2, 4 or 6 digits.</summary>
    public string? Area { get; init; }

    public string? ReceiveAddr { get; init; }

    public string? Reason { get; init; }

    /// <summary>GA/T 16.7 class, where the library gives one; it is not in the object of the standard.</summary>
    public string? PlateClass { get; init; }

    /// <summary>VIID colour, as <see cref="PlateClass"/>.</summary>
    public string? PlateColor { get; init; }

    public static IReadOnlyList<ViidDisposition> Read(ViidDocument body)
    {
        var found = ViidEnvelope.Objects(body.Root, "Disposition");
        return [.. (found.Count == 0 && body.Root["DispositionID"].Exists ? [body.Root] : found).Select(Of)];
    }

    private static ViidDisposition Of(ViidValue from) => new()
    {
        Id = from["DispositionID"].Text,
        Title = from["Title"].Text,
        Category = from["DispositionCategory"].Int(),
        TargetFeature = from["TargetFeature"].Text,
        TargetImageUri = from["TargetImageURI"].Text,
        PriorityLevel = from["PriorityLevel"].Int(),
        ApplicantName = from["ApplicantName"].Text,
        ApplicantInfo = from["ApplicantInfo"].Text,
        ApplicantOrg = from["ApplicantOrg"].Text,
        BeginTime = from["BeginTime"].Text,
        EndTime = from["EndTime"].Text,
        OperateType = from["OperateType"].Int(),
        Status = from["DispositionStatus"].Int(),
        Range = from["DispositionRange"].Int(),
        TollgateList = from["TollgateList"].Text,
        Area = from["DispositionArea"].Text,
        ReceiveAddr = from["ReceiveAddr"].Text,
        Reason = from["Reason"].Text,
        PlateClass = from["PlateClass"].Text,
        PlateColor = from["PlateColor"].Text,
    };
}
