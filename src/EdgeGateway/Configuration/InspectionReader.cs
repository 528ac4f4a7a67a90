using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>Reads section <c>inspection</c>.</summary>
/// <param name="devices">Ids of all devices.</param>
internal sealed class InspectionReader(IReadOnlyList<string> devices)
{
    private readonly Dictionary<string, string> _pathByCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pathByDevice = new(StringComparer.Ordinal);

    public InspectionSettings Read(SettingsReader inspection)
    {
        var settings = new InspectionSettings { Stations = [.. inspection.RequiredItems("stations", InspectionWords.StationsNeeded).Select(ReadStation)] };
        inspection.Finish();
        return settings;
    }

    private StationSettings ReadStation(SettingsReader station)
    {
        string code = Named.Read(station, "code", InspectionWords.CodeNeeded);
        if (code.Length > 0 && !_pathByCode.TryAdd(code, station.Path))
        {
            station.Wrong("code", "code-twice", InspectionWords.CodeTwice(_pathByCode[code]), ConfigurationWords.OtherName);
        }

        var settings = ReadDevices(station.RequiredSection("devices", InspectionWords.DevicesNeeded), new StationSettings { Code = code, Name = station.Text("name") });
        settings = ReadLimits(station, settings) with { Timing = StationTiming.Read(station, settings) };
        settings = settings with { Expects = StationExpects.Read(station, settings) };
        station.Finish();
        return settings;
    }

    private static StationSettings ReadLimits(SettingsReader station, StationSettings standard) => standard with
    {
        JoinWithin = station.Duration("joinWithin", standard.JoinWithin, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
        SettleAfter = station.Duration("settleAfter", standard.SettleAfter, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1)),
        FinalAfter = station.Duration("finalAfter", standard.FinalAfter, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
        ClosedKept = station.Duration("closedKept", standard.ClosedKept, TimeSpan.FromHours(1), TimeSpan.FromDays(30)),
        ClosedMost = station.Whole("closedMost", standard.ClosedMost, 100, 200_000),
        OpenMost = station.Whole("openMost", standard.OpenMost, 16, 65_536),
    };

    private StationSettings ReadDevices(SettingsReader section, StationSettings station)
    {
        var read = station with
        {
            Scanners = Ids(section, "scanners"),
            Barcodes = Ids(section, "barcodes"),
            Plcs = Ids(section, "plcs"),
            Desks = Ids(section, "desks"),
        };
        if (read is { Scanners.Count: 0, Barcodes.Count: 0, Plcs.Count: 0, Desks.Count: 0 })
        {
            section.Wrong(null, "missing", InspectionWords.NoDevice, InspectionWords.DevicesNeeded);
        }

        section.Finish();
        return read;
    }

    private IReadOnlyList<string> Ids(SettingsReader section, string role)
    {
        var ids = section.Texts(role) ?? [];
        foreach (string id in ids)
        {
            if (!devices.Contains(id))
            {
                section.Wrong(role, "unknown-device", CommandSettingsWords.UnknownDevice(id), InspectionWords.KnownDevices(NearestName.Of(id, devices)));
            }
            else if (!_pathByDevice.TryAdd(id, $"{section.Path}.{role}"))
            {
                section.Wrong(role, "device-twice", InspectionWords.DeviceTwice(id, _pathByDevice[id]), InspectionWords.OneStation);
            }
        }

        return ids;
    }
}
