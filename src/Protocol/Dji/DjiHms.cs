using System.Text.Json;

namespace EdgeGateway.Protocol.Dji;

/// <summary>One alarm of the health management system (drone.md section 2.7).</summary>
/// <param name="Code">Text such as <c>0x16100083</c>, as it came.</param>
/// <param name="DeviceType">Whose, for example <c>0-67-0</c>; null when it does not say.</param>
/// <param name="Level">0 notice, 1 reminder, 2 warning; another one, or none, stays as it is.</param>
/// <param name="InTheSky">Raised in flight.</param>
/// <param name="Component">Index of the component.</param>
/// <param name="Sensor">Index of the sensor.</param>
public sealed record DjiHmsAlarm(string Code, string? DeviceType, int? Level, bool InTheSky, int? Component, int? Sensor)
{
    /// <summary>What makes it the same alarm in the next list. Whether it is in the sky does not: landing does not raise it anew.</summary>
    public string Key => FormattableString.Invariant($"{DeviceType}/{Code}/{Component}/{Sensor}");

    public bool IsOfDock => DjiProduct.OfKey(DeviceType).Domain == DjiProduct.DockDomain;

    /// <summary>Under what its text stands in the vendor's file, which is not ours to ship.</summary>
    public string LookupKey => IsOfDock ? $"dock_tip_{Code}" : $"fpv_tip_{Code}{(InTheSky ? "_in_the_sky" : string.Empty)}";
}

/// <summary>One list of alarms.</summary>
/// <param name="Alarms">Each once.</param>
/// <param name="IsComplete">False when something of it could not be read: then nothing may be taken for resolved.</param>
public sealed record DjiHms(IReadOnlyList<DjiHmsAlarm> Alarms, bool IsComplete)
{
    public const string Method = "hms";

    /// <summary>The protocol has up to 20.</summary>
    public const int Most = 40;

    private const int LongestCode = 40;

    /// <param name="data">Of the event.</param>
    public static DjiHms Of(JsonElement data)
    {
        var list = data.Member("list");
        if (list.ValueKind != JsonValueKind.Array)
        {
            return new DjiHms([], false);
        }

        var read = list.EnumerateArray().Take(Most + 1).Select(Alarm).ToList();
        return new DjiHms([.. read.Take(Most).OfType<DjiHmsAlarm>().DistinctBy(alarm => alarm.Key)], read.Count <= Most && read.TrueForAll(alarm => alarm is not null));
    }

    /// <summary>What a new list says beside the one before: an alarm that is missing in a complete list is resolved.</summary>
    /// <param name="standing">Keys of those that stand.</param>
    public (IReadOnlyList<DjiHmsAlarm> Raised, IReadOnlyList<string> Cleared) Against(IReadOnlyCollection<string> standing) =>
        ([.. Alarms.Where(alarm => !standing.Contains(alarm.Key))], IsComplete ? [.. standing.Except(Alarms.Select(alarm => alarm.Key))] : []);

    private static DjiHmsAlarm? Alarm(JsonElement one) =>
        one.Text("code") is { Length: <= LongestCode } code && one.Text("device_type") is null or { Length: <= LongestCode }
            ? new DjiHmsAlarm(code, one.Text("device_type"), one.Whole("level"), one.Flag("in_the_sky") == true, one.Member("args").Whole("component_index"), one.Member("args").Whole("sensor_index"))
            : null;
}
