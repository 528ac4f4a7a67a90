using EdgeGateway.Sim.Viid;

namespace EdgeGateway.Sim.Twins.PlateLibrary.Viid;

/// <summary>One DispositionObject as an upper library writes it (plate-camera.md section 2.9). The defaults are a complete one.</summary>
public sealed record DispositionWords
{
    public required string Id { get; init; }

    public string Plate { get; init; } = "苏A3HK57";

    public int Category { get; init; } = 2;

    public string Title { get; init; } = "被盗车辆";

    public string Reason { get; init; } = "盗抢";

    public string Org { get; init; } = "340200000000";

    public string Name { get; init; } = "";

    /// <summary>14 digits.</summary>
    public required string Begin { get; init; }

    /// <summary>14 digits.</summary>
    public required string End { get; init; }

    /// <summary>0 set, 1 withdraw.</summary>
    public int OperateType { get; init; }

    public int Priority { get; init; } = 1;

    /// <summary>1 checkpoints, 2 area.</summary>
    public int Range { get; init; } = 1;

    public string Tollgates { get; init; } = "34020000001210000001";

    public string Area { get; init; } = "";

    public string ReceiveAddr { get; init; } = "";

    /// <returns>The object as JSON.</returns>
    public string Json() => new ViidText(new ViidProfile()).Open()
        .Add("DispositionID", Id).Add("Title", Title)
        .Add("DispositionCategory", Category)
        .Add("TargetFeature", Plate)
        .Add("PriorityLevel", Priority)
        .Add("ApplicantName", Name).Add("ApplicantOrg", Org)
        .Add("BeginTime", Begin).Add("EndTime", End)
        .Add("OperateType", OperateType)
        .Add("DispositionStatus", 9)
        .Add("DispositionRange", Range).Add("TollgateList", Tollgates).Add("DispositionArea", Area)
        .Add("ReceiveAddr", ReceiveAddr)
        .Add("Reason", Reason)
        .Close().ToString();

    /// <summary>The body of POST or PUT /VIID/Dispositions.</summary>
    public static byte[] Body(params IEnumerable<DispositionWords> dispositions) => ViidText.Bytes(
        $"{{\"DispositionListObject\":{{\"DispositionObject\":[{string.Join(',', dispositions.Select(one => one.Json()))}]}}}}", ViidCharset.Utf8);
}
