using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Hytera.Lp;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Fields of location messages.</summary>
internal static class LpFields
{
    public static JsonObject Of(LpContent content)
    {
        var fields = HdapFields.Object(("requestId", content.RequestId), ("radioIp", content.Radio.ToString()));
        foreach (var (name, value) in Beside(content).ToArray())
        {
            fields[name] = value?.DeepClone();
        }

        return fields;
    }

    private static JsonObject Beside(LpContent content) => content switch
    {
        LpImmediateRequest request => HdapFields.Object(("extra", request.Extra)),
        LpReport report => HdapFields.Object(
            ("emergencyType", report.EmergencyType), ("remaining", report.Remaining), ("result", report.Result), ("gps", Gps(report.Gps)), ("rssi", report.Rssi)),
        LpEmergencyVariable report => HdapFields.Object(("emergencyType", report.EmergencyType), ("dataType", report.DataType), ("data", HdapFields.Hex(report.Data))),
        LpAnswer answer => HdapFields.Object((answer.Kind == LpOpcode.QuickAnswer ? "command" : "trigger", answer.Selector), ("result", answer.Result)),
        LpTriggeredRequest request => HdapFields.Object(("start", request.Start), ("stop", request.Stop), ("interval", request.Interval)),
        LpConditionRequest request => HdapFields.Object(
            ("trigger", (byte)request.Trigger), ("distance", request.Distance), ("start", request.Start), ("stop", request.Stop), ("interval", request.Interval), ("maxInterval", request.MaxInterval)),
        LpQuickRequest request => HdapFields.Object(
            ("command", request.Command), ("start", request.Plan?.Start), ("stop", request.Plan?.Stop), ("interval", request.Plan?.Interval), ("step", request.Plan?.StepMs),
            ("channelShare", request.Plan?.ChannelShare), ("order", request.Plan?.Order)),
        LpRssiConfiguration configuration => HdapFields.Object(("type", configuration.Type)),
        _ => [],
    };

    private static JsonObject Gps(GpsBlock gps) => HdapFields.Object(
        ("status", Shown(gps.Status)),
        ("time", gps.Time),
        ("date", gps.Date),
        ("northSouth", gps.NorthSouth),
        ("latitude", gps.Latitude),
        ("eastWest", gps.EastWest),
        ("longitude", gps.Longitude),
        ("speed", gps.Speed),
        ("course", gps.Course));

    private static string Shown(char status) => status == '\0' ? string.Empty : status.ToString();
}
