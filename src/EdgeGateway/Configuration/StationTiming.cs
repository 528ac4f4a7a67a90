using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>Reads <c>inspection.stations[].timing</c>.</summary>
internal static class StationTiming
{
    private static readonly TimeSpan s_most = TimeSpan.FromMinutes(1);

    public static IReadOnlyDictionary<string, BeltTiming> Read(SettingsReader station, StationSettings settings)
    {
        var timing = new Dictionary<string, BeltTiming>(StringComparer.Ordinal);
        string[] known = [.. settings.Scanners, .. settings.Barcodes, .. settings.Plcs, .. settings.Desks];
        foreach (var entry in station.Items("timing"))
        {
            string device = entry.RequiredText("device", InspectionWords.TimingDevice);
            if (device.Length > 0 && !known.Contains(device))
            {
                entry.Wrong("device", "not-of-station", InspectionWords.NotOfStation(device), InspectionWords.KnownDevices(NearestName.Of(device, known)));
            }
            else if (!timing.TryAdd(device, ReadOne(entry)))
            {
                entry.Wrong("device", "device-twice", InspectionWords.TimingTwice(device), InspectionWords.TimingOnce);
            }

            entry.Finish();
        }

        return timing;
    }

    private static BeltTiming ReadOne(SettingsReader entry)
    {
        var standard = BeltTiming.Unmeasured;
        if (entry.Has("ahead") && entry.Has("behind"))
        {
            entry.Wrong("behind", "contradiction", InspectionWords.AheadAndBehind, InspectionWords.AheadOrBehind);
        }

        var ahead = entry.Duration("ahead", TimeSpan.Zero, TimeSpan.Zero, s_most);
        var behind = entry.Duration("behind", TimeSpan.Zero, TimeSpan.Zero, s_most);
        return new BeltTiming(behind - ahead, entry.Duration("tolerance", standard.Tolerance, TimeSpan.FromMilliseconds(10), s_most));
    }
}
