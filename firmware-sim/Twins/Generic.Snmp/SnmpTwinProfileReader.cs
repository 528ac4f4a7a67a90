using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Twins.Generic.Snmp;

/// <summary>Reads <see cref="SnmpTwinProfile"/>.</summary>
public static class SnmpTwinProfileReader
{
    private static readonly string[] s_printer = ["toner", "paper", "waste", "jam", "cover", "sleep"];

    public static SnmpTwinProfile Read(JsonSection json)
    {
        var usual = new SnmpTwinProfile();
        bool isSwitch = json.Choice("kind", false, ("printer", false), ("switch", true));
        int ports = json.Count("ports", usual.Ports, 1, 200);
        var profile = new SnmpTwinProfile
        {
            IsSwitch = isSwitch,
            Community = json.Text("community", usual.Community),
            Ports = ports,
            FlappingPort = json.Count("flappingPort", 0, 0, ports),
            Flap = json.Duration("flap", usual.Flap),
            Events = [.. json.Sections("events").Select(one => Event(one, isSwitch))],
            Faults = json.Has("faults") ? Faults(json.Section("faults")) : usual.Faults,
        };
        json.Done();
        return profile;
    }

    private static SnmpTwinEvent Event(JsonSection json, bool isSwitch)
    {
        string what = json.Required("what");
        bool isKnown = isSwitch ? what == "restart" || what.StartsWith("port-", StringComparison.Ordinal) : s_printer.Contains(what);
        if (what.Length > 0 && !isKnown)
        {
            json.Report("what", isSwitch ? "must be port-N or restart" : $"must be one of {string.Join(", ", s_printer)}");
        }

        var one = new SnmpTwinEvent(json.Duration("after", TimeSpan.Zero), what, json.Count("value", 1, -3, 100));
        json.Done();
        return one;
    }

    private static SnmpFaultPlan Faults(JsonSection json)
    {
        var faults = new SnmpFaultPlan
        {
            MuteEvery = json.Count("muteEvery", 0, 0, int.MaxValue),
            WrongIdEvery = json.Count("wrongIdEvery", 0, 0, int.MaxValue),
            Loops = json.Flag("loops", false),
        };
        json.Done();
        return faults;
    }
}
