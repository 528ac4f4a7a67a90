using System.Globalization;
using System.Text;

namespace EdgeGateway.Sim.Twins.PlateCamera.Dahua;

/// <summary>Writes an event as eventManager sends it, and a passage as ITSAPI posts it (plate-camera.md sections 4.1 and 4.2).</summary>
public static class DahuaJsonText
{
    public static string Event(DahuaFacts facts, DahuaProfile own)
    {
        string times = $"   \"UTC\" : {Whole(facts.Utc)},\n   \"UTCMS\" : {Whole(facts.Milliseconds)},\n"
            + (facts.RealUtc is { } real ? $"   \"RealUTC\" : {Whole(real)},\n" : "")
            + (own.LocaleTime ? $"   \"LocaleTime\" : \"{facts.Wall}\",\n" : "");
        string plate = facts.Plate is null ? "" : $"      \"PlateNumber\" : \"{facts.Plate}\",\n";
        return "Code=TrafficJunction;action=Pulse;index=0;data={\n"
            + $"   \"CountInGroup\" : 1,\n   \"EventID\" : {Whole(facts.EventId)},\n   \"GroupID\" : {Whole(facts.EventId)},\n   \"IndexInGroup\" : 1,\n{times}"
            + $"   \"Lane\" : {Whole(facts.Passage.Lane - 1 + own.LaneBase)},\n   \"Object\" : {{ \"ObjectType\" : \"Plate\", \"Confidence\" : {Whole(facts.Passage.Confidence)}, \"Text\" : \"{facts.Plate}\" }},\n"
            + $"   \"TrafficCar\" : {{\n{plate}      \"PlateColor\" : \"{facts.PlateColour}\",\n      \"Direction\" : 4,\n      \"DrivingDirection\" : [ \"Approach\", \"in\", \"out\" ],\n"
            + $"      \"MachineName\" : \"{facts.Machine}\",\n      \"Speed\" : {Whole(facts.Passage.SpeedKmh)}\n   }}\n}}\n";
    }

    /// <param name="facts">What passed.</param>
    /// <param name="pictures">Member name, own name and bytes of each.</param>
    public static string Tollgate(DahuaFacts facts, IEnumerable<(string Member, string Name, byte[] Content)> pictures)
    {
        var text = new StringBuilder("{\"Picture\":{");
        foreach (var (member, name, content) in pictures)
        {
            text.Append('"').Append(member).Append("\":{\"Content\":\"").Append(Convert.ToBase64String(content)).Append("\",\"PicName\":\"").Append(name).Append("\"},");
        }

        bool exists = facts.Passage.Plate.Kind != Traffic.PlateKind.None;
        text.Append("\"Plate\":{\"Channel\":0,\"Confidence\":").Append(Whole(facts.Passage.Confidence)).Append(",\"IsExist\":").Append(exists ? "true" : "false")
            .Append(",\"PlateColor\":\"").Append(facts.PlateColour).Append("\",\"PlateNumber\":\"").Append(facts.Plate).Append("\",\"PlateType\":\"Unknown\",\"Region\":\"CHN\",\"UploadNum\":")
            .Append(Whole(facts.EventId)).Append("},");
        text.Append("\"SnapInfo\":{\"AccurateTime\":\"").Append(facts.Accurate).Append("\",\"DeviceID\":\"").Append(facts.Machine).Append("\",\"Direction\":\"Obverse\",\"LanNo\":")
            .Append(Whole(facts.Passage.Lane)).Append(",\"SnapTime\":\"").Append(facts.Wall).Append("\",\"TriggerSource\":\"Video\"},");
        return text.Append("\"Vehicle\":{\"VehicleColor\":\"White\",\"VehicleSeries\":\"Unknown\",\"VehicleSign\":\"Unknown\",\"VehicleType\":\"SaloonCar\"}}}").ToString();
    }

    private static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);
}
