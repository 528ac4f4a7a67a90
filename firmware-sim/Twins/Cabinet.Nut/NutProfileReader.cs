using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Twins.Cabinet.Nut;

/// <summary>Reads <see cref="NutProfile"/>.</summary>
public static class NutProfileReader
{
    public static NutProfile Read(JsonSection json)
    {
        var usual = new NutProfile();
        var profile = new NutProfile
        {
            Ups = json.Has("ups") ? json.Texts("ups") : usual.Ups,
            User = json.Has("user") ? json.Text("user", "") : null,
            Password = json.Has("password") ? json.Text("password", "") : null,
            Events = [.. json.Sections("events").Select(Event)],
            Noticed = json.Duration("noticed", usual.Noticed),
            Faults = json.Has("faults") ? Faults(json.Section("faults")) : usual.Faults,
        };
        json.Done();
        return profile;
    }

    private static NutEvent Event(JsonSection json)
    {
        var one = new NutEvent(json.Duration("after", TimeSpan.Zero), json.Has("ups") ? json.Text("ups", "") : null, json.Required("variable"), json.Required("value"));
        json.Done();
        return one;
    }

    private static NutFaults Faults(JsonSection json)
    {
        var faults = new NutFaults
        {
            Noise = json.Count("noise", 0, 0, int.MaxValue),
            LongLine = json.Count("longLine", 0, 0, int.MaxValue),
            OtherUps = json.Count("otherUps", 0, 0, int.MaxValue),
            ByteByByte = json.Flag("byteByByte", false),
        };
        json.Done();
        return faults;
    }
}
