using EdgeGateway.Protocol.Dahua;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>
/// What the camera calls an event: MachineName, EventID, GroupID and IndexInGroup (plate-camera.md section 7), and its
/// moment behind them, because the numbers begin anew when the camera does.
/// </summary>
/// <param name="NativeId">Null when it gives nothing to tell events apart by.</param>
/// <param name="Passage">Same for all events of one cluster; null without one.</param>
/// <param name="InGroup">How many events the cluster has.</param>
internal sealed record DahuaIdentity(string? NativeId, string? Passage, long? InGroup)
{
    private const string Cut = "~cut";

    /// <param name="data">Fields of the event.</param>
    /// <param name="cut">True when the link ended behind it: a camera that tells it again as a whole must not be taken for one that repeats itself.</param>
    public static DahuaIdentity Of(DahuaNode data, bool cut)
    {
        string machine = Machine(data) ?? "-";
        string? group = Text(data, "GroupID");
        string? number = Text(data, "EventID");
        string? moment = (Text(data, "RealUTC") ?? Text(data, "UTC")) is { } seconds ? $"{seconds}.{Text(data, "UTCMS") ?? "0"}" : Text(data, "LocaleTime");
        long? inGroup = data["CountInGroup"].Whole() ?? data["TrafficCar"]["CountInGroup"].Whole();
        string? native = (number ?? group, moment) switch
        {
            (null, null) => null,
            (null, _) => $"{machine}:{PlateTexts.Of(data)}:{Text(data, "Lane")}@{moment}",
            _ => $"{machine}:{number ?? "-"}:{group ?? "-"}:{Text(data, "IndexInGroup") ?? "-"}@{moment ?? "-"}",
        };
        return new DahuaIdentity(cut && native is not null ? native + Cut : native, group is not null && inGroup > 1 ? $"{machine}:{group}" : null, inGroup);
    }

    /// <summary>The camera's own name, never used for trust.</summary>
    public static string? Machine(DahuaNode data) => Text(data, "MachineName") ?? Text(data, "MachineAddress") ?? Text(data, "DeviceID");

    private static string? Text(DahuaNode data, string name) => data[name].Text ?? data["TrafficCar"][name].Text;
}
