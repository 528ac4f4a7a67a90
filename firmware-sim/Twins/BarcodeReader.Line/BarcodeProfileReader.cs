using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Twins.BarcodeReader.Line;

/// <summary>Reads <see cref="BarcodeProfile"/>.</summary>
public static class BarcodeProfileReader
{
    private static readonly BarcodeProfile s_usual = new();

    public static BarcodeProfile Read(JsonSection json)
    {
        var profile = new BarcodeProfile
        {
            Line = json.Text("line", s_usual.Line),
            Rate = json.Number("rate", s_usual.Rate, 0.001, 50),
            Mix = json.Has("mix") ? ParcelMixReader.Read(json.Section("mix")) : s_usual.Mix,
            Before = json.Text("before", s_usual.Before),
            After = json.Text("after", s_usual.After),
            Aim = json.Text("aim", s_usual.Aim),
            NoRead = json.Text("noRead", s_usual.NoRead),
            Garbled = json.Number("garbled", s_usual.Garbled, 0, 1),
        };
        json.Done();
        return profile;
    }
}
