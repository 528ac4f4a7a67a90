using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Kiosks;

/// <summary>Reads <see cref="KioskDayProfile"/>.</summary>
public static class KioskDayReader
{
    private const int Most = 10_000;

    public static KioskDayProfile Read(JsonSection json)
    {
        var usual = new KioskDayProfile();
        var profile = new KioskDayProfile
        {
            Rate = json.Number("rate", usual.Rate, 0.001, 50),
            Receipts = json.Count("receipts", usual.Receipts, 1, Most),
            Sheets = json.Count("sheets", usual.Sheets, 1, Most),
            Cards = json.Count("cards", usual.Cards, 1, Most),
            Bin = json.Count("bin", usual.Bin, 1, Most),
            Jam = json.Number("jam", usual.Jam, 0, 1),
            Care = json.Duration("care", usual.Care),
            TamperEvery = json.Count("tamperEvery", usual.TamperEvery, 0, Most),
            TamperFor = json.Duration("tamperFor", usual.TamperFor),
            PowerCutEvery = json.Count("powerCutEvery", usual.PowerCutEvery, 0, Most),
            PowerCutFor = json.Duration("powerCutFor", usual.PowerCutFor),
        };
        json.Done();
        return profile;
    }
}
