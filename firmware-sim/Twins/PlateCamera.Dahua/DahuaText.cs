using System.Globalization;
using System.Text;

namespace EdgeGateway.Sim.Twins.PlateCamera.Dahua;

/// <summary>Writes an event as key=value lines (plate-camera.md sections 4.1 and 11.1), with the faults of the profile.</summary>
public static class DahuaText
{
    public static string Of(DahuaFacts facts, DahuaProfile own)
    {
        var text = new StringBuilder(1024);
        void Add(string key, object value) => text.Append("Events[0].").Append(key).Append('=').Append(Convert.ToString(value, CultureInfo.InvariantCulture)).Append("\r\n");
        Add("EventBaseInfo.Code", "TrafficJunction");
        Add("EventBaseInfo.Action", "Pulse");
        Add("EventBaseInfo.Index", 0);
        text.Append("\r\n");
        Add("Name", "TrafficJunction1");
        Add("GroupID", facts.EventId);
        Add("CountInGroup", 1);
        Add("IndexInGroup", 1);
        text.Append(own.JunkLines ? "\r\n; nothing is said here\r\n" : "\r\n");
        Times(facts, own, Add);
        Add("Lane", facts.Passage.Lane - 1 + own.LaneBase);
        Add("Speed", facts.Passage.SpeedKmh);
        text.Append("\r\n");
        Plate(facts, Add);
        Add("TrafficCar.Direction", 4);
        Add("TrafficCar.DrivingDirection[0]", "Approach");
        Add("TrafficCar.MachineName", facts.Machine);
        Add("JunctionDirection", "Obverse");
        Add("CommInfo.SnapCategory", "Motor");
        return text.ToString();
    }

    private static void Times(DahuaFacts facts, DahuaProfile own, Action<string, object> add)
    {
        add("UTC", facts.Utc);
        add("UTCMS", facts.Milliseconds);
        if (facts.RealUtc is { } real)
        {
            add("RealUTC", real);
        }

        if (own.LocaleTime)
        {
            add("LocaleTime", facts.Wall);
        }

        add("EventID", facts.EventId);
    }

    private static void Plate(DahuaFacts facts, Action<string, object> add)
    {
        add("Object.ObjectType", "Plate");
        add("Object.Text", facts.Plate ?? "");
        add("Object.Confidence", facts.Passage.Confidence);
        if (facts.Plate is { } plate)
        {
            add("TrafficCar.PlateNumber", plate);
        }

        add("TrafficCar.PlateColor", facts.PlateColour);
        add("TrafficCar.VehicleColor", "White");
        add("TrafficCar.Speed", facts.Passage.SpeedKmh);
    }
}
