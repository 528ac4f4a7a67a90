using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Parcels;

/// <summary>Reads <see cref="ParcelMix"/>: devices of one line must say the same.</summary>
public static class ParcelMixReader
{
    public static ParcelMix Read(JsonSection json)
    {
        var usual = new ParcelMix();
        var mix = new ParcelMix
        {
            Alarm = Share(json, "alarm", usual.Alarm),
            Unknown = Share(json, "unknown", usual.Unknown),
            Aborted = Share(json, "aborted", usual.Aborted),
            Tip = Share(json, "tip", usual.Tip),
            Reviewed = Share(json, "reviewed", usual.Reviewed),
            Overruled = Share(json, "overruled", usual.Overruled),
            ReviewAfter = json.Duration("reviewAfter", usual.ReviewAfter),
            ReviewSpread = json.Duration("reviewSpread", usual.ReviewSpread),
            BarcodeMissing = Share(json, "barcodeMissing", usual.BarcodeMissing),
            BarcodeLate = Share(json, "barcodeLate", usual.BarcodeLate),
            BarcodeDoubled = Share(json, "barcodeDoubled", usual.BarcodeDoubled),
            BarcodeLateBy = json.Duration("barcodeLateBy", usual.BarcodeLateBy),
            ScanTakes = json.Duration("scanTakes", usual.ScanTakes),
        };
        json.Done();
        return mix;
    }

    private static double Share(JsonSection json, string name, double usual) => json.Number(name, usual, 0, 1);
}
