using EdgeGateway.Protocol.Viid.Json;

namespace EdgeGateway.Protocol.Viid.Objects;

/// <summary>A SubscribeObject (plate-camera.md section 2.7).</summary>
public sealed record ViidSubscribe
{
    /// <summary>SubscribeDetail for motor vehicles.</summary>
    public const string MotorVehicles = "13";

    public const int Subscribe = 0;
    public const int Cancel = 1;

    /// <summary>33 digits.</summary>
    public string? Id { get; init; }

    public string? Title { get; init; }

    /// <summary>Codes separated by commas; 13 motor vehicles, 7 checkpoints, 3 devices.</summary>
    public string? Detail { get; init; }

    public string? ResourceUri { get; init; }

    /// <summary>0 checkpoint, 1 device, 2 collected content, 3 case, 4 view library, 5 administrative division.</summary>
    public int? ResourceClass { get; init; }

    public string? ApplicantName { get; init; }

    public string? ApplicantOrg { get; init; }

    public string? Reason { get; init; }

    /// <summary>As written, see <see cref="ViidTime"/>.</summary>
    public string? BeginTime { get; init; }

    /// <summary>As written.</summary>
    public string? EndTime { get; init; }

    /// <summary>Where notifications are wanted.</summary>
    public string? ReceiveAddr { get; init; }

    /// <summary>Seconds.</summary>
    public int? ReportInterval { get; init; }

    /// <summary>0 subscribe, 1 cancel.</summary>
    public int? OperateType { get; init; }

    /// <summary>0 active, 1 cancelled, 2 expired, 9 none; the library's own word.</summary>
    public int? Status { get; init; }

    /// <summary>-1: no pictures; else their type codes.</summary>
    public string? ResultImageDeclare { get; init; }

    /// <summary>-1: no features; 1 wanted.</summary>
    public string? ResultFeatureDeclare { get; init; }

    /// <summary>True when it asks for this code.</summary>
    public bool Wants(string code) => Detail?.Split(',', StringSplitOptions.TrimEntries).Contains(code) == true;

    public static IReadOnlyList<ViidSubscribe> Read(ViidDocument body) => [.. ViidEnvelope.Objects(body.Root, "Subscribe").Select(Of)];

    private static ViidSubscribe Of(ViidValue from) => new()
    {
        Id = from["SubscribeID"].Text,
        Title = from["Title"].Text,
        Detail = from["SubscribeDetail"].Text,
        ResourceUri = from["ResourceURI"].Text,
        ResourceClass = from["ResourceClass"].Int(),
        ApplicantName = from["ApplicantName"].Text,
        ApplicantOrg = from["ApplicantOrg"].Text,
        Reason = from["Reason"].Text,
        BeginTime = from["BeginTime"].Text,
        EndTime = from["EndTime"].Text,
        ReceiveAddr = from["ReceiveAddr"].Text,
        ReportInterval = from["ReportInterval"].Int(),
        OperateType = from["OperateType"].Int(),
        Status = from["SubscribeStatus"].Int(),
        ResultImageDeclare = from["ResultImageDeclare"].Text,
        ResultFeatureDeclare = from["ResultFeatureDeclare"].Text,
    };
}
