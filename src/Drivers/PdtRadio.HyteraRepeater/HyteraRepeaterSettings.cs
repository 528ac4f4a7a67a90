using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.PdtRadio.HyteraRepeater;

/// <summary>Reads <see cref="HyteraRepeaterOptions"/> from a device's entry.</summary>
internal static class HyteraRepeaterSettings
{
    private static readonly Dictionary<string, int[]> s_slots = new(StringComparer.Ordinal)
    {
        ["both"] = [1, 2],
        ["1"] = [1],
        ["2"] = [2],
    };

    public static HyteraRepeaterOptions Read(SettingsReader device) => new()
    {
        Host = RadioLinkSettings.ReadHost(device),
        DeviceId = device.Has("deviceId") ? (uint)device.Whole("deviceId", 0, 0, int.MaxValue) : null,
        GatewayId = device.Whole("gatewayId", 1, 1, RadioLinkSettings.HighestId),
        Places = ReadPlaces(device),
        AckTimeout = RadioLinkSettings.ReadAckTimeout(device),
        Heartbeat = device.Duration("heartbeat", TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(25)),
        Common = RadioLinkSettings.Read(device),
    };

    private static List<HstrpPlace> ReadPlaces(SettingsReader device)
    {
        int[] slots = device.Choice("slots", [1, 2], s_slots);
        var names = ReadServices(device);
        var (ports, local) = (device.Section("ports"), device.Section("localPorts"));
        var places = new List<HstrpPlace>();
        foreach (var (service, name, first) in HyteraRepeaterPorts.Services)
        {
            foreach (int slot in new[] { 1, 2 })
            {
                string key = FormattableString.Invariant($"{name}{slot}");
                int port = ports?.Whole(key, first + slot - 1, 1, 65_535) ?? first + slot - 1;
                int own = local?.Whole(key, port, 0, 65_535) ?? port;
                if (names.Contains(name) && slots.Contains(slot))
                {
                    places.Add(new HstrpPlace(service, slot, port, own));
                }
            }
        }

        ports?.Finish();
        local?.Finish();
        RadioLinkSettings.Refuse(device, places.Select(place => place.Port).Distinct().Count() < places.Count, "ports", LinkWordsForPeople.PortTwice, LinkWordsForPeople.OnePortEach);
        RadioLinkSettings.Refuse(device, HasTwice(places), "localPorts", LinkWordsForPeople.PortTwice, LinkWordsForPeople.OnePortEach);
        return places;
    }

    private static bool HasTwice(IReadOnlyList<HstrpPlace> places) =>
        places.Where(place => place.LocalPort != 0).GroupBy(place => place.LocalPort).Any(same => same.Count() > 1);

    private static IReadOnlyList<string> ReadServices(SettingsReader device)
    {
        string[] all = [.. HyteraRepeaterPorts.Services.Select(service => service.Name)];
        if (!device.Has("services") || device.Texts("services") is not { } names)
        {
            return all;
        }

        RadioLinkSettings.Refuse(device, names.Count == 0 || names.Except(all).Any(), "services", LinkWordsForPeople.NoService, LinkWordsForPeople.WriteServices);
        return names;
    }
}
