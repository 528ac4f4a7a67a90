using EdgeGateway.Sim.Cabinets;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Twins.Cabinet.Linux;

/// <summary>Reads <see cref="CabinetProfile"/>.</summary>
public static class CabinetProfileReader
{
    public static CabinetProfile Read(JsonSection json)
    {
        var usual = new CabinetProfile();
        var profile = new CabinetProfile
        {
            Every = json.Duration("every", usual.Every),
            Noticed = json.Duration("noticed", usual.Noticed),
            Night = NightSpan.Read(json),
            Events = [.. json.Sections("events").Select(Event)],
        };
        if (profile.Every < TimeSpan.FromMilliseconds(50))
        {
            json.Report("every", "must be 50ms or more");
        }

        json.Done();
        return profile;
    }

    private static CabinetEvent Event(JsonSection json)
    {
        var thing = json.Choice(
            "what",
            CabinetThing.Door,
            ("temperature", CabinetThing.Temperature),
            ("fan", CabinetThing.Fan),
            ("door", CabinetThing.Door),
            ("lid", CabinetThing.Lid),
            ("mains", CabinetThing.Mains),
            ("battery", CabinetThing.Battery),
            ("chip", CabinetThing.Chip));
        var one = new CabinetEvent(json.Duration("after", TimeSpan.Zero), thing, json.Number("value", 0, -100, 100_000));
        json.Done();
        return one;
    }
}
