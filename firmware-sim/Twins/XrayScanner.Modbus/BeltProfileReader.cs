using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Twins.XrayScanner.Modbus;

/// <summary>Reads <see cref="BeltProfile"/>.</summary>
public static class BeltProfileReader
{
    private static readonly BeltProfile s_usual = new();

    private static readonly (string Name, BeltFault Fault)[] s_faults =
    [
        ("slow", BeltFault.Slow), ("late", BeltFault.Late), ("wrongTransaction", BeltFault.WrongTransaction), ("wrongUnit", BeltFault.WrongUnit),
        ("illegalAddress", BeltFault.IllegalAddress), ("deviceFailure", BeltFault.DeviceFailure), ("busy", BeltFault.Busy),
        ("cut", BeltFault.Cut), ("checksum", BeltFault.Checksum), ("noise", BeltFault.Noise), ("silence", BeltFault.Silence),
    ];

    public static BeltProfile Read(JsonSection json)
    {
        var profile = new BeltProfile
        {
            Unit = (byte)json.Count("unit", s_usual.Unit, 1, 247),
            Name = json.Text("name", s_usual.Name),
            Line = json.Text("line", s_usual.Line),
            Rate = json.Number("rate", s_usual.Rate, 0.001, 50),
            Mix = json.Has("mix") ? ParcelMixReader.Read(json.Section("mix")) : s_usual.Mix,
            Hold = json.Duration("hold", s_usual.Hold),
            FirstCount = (uint)json.Count("firstCount", 0, 0, int.MaxValue),
            BeltTakes = json.Duration("beltTakes", s_usual.BeltTakes),
            SlowBy = json.Duration("slowBy", s_usual.SlowBy),
            LateBy = json.Duration("lateBy", s_usual.LateBy),
            RestartEvery = json.Count("restartEvery", 0, 0, int.MaxValue),
            Faults = json.Has("faults") ? Faults(json.Section("faults")) : s_usual.Faults,
        };
        json.Done();
        return profile;
    }

    private static Dictionary<BeltFault, double> Faults(JsonSection json)
    {
        var faults = s_faults.Select(one => (one.Fault, Share: json.Number(one.Name, 0, 0, 1))).Where(one => one.Share > 0).ToDictionary(one => one.Fault, one => one.Share);
        json.Done();
        return faults;
    }
}
