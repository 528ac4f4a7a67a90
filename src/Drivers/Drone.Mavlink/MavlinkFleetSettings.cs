using System.Net;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Reads which vehicles a link may have.</summary>
internal static class MavlinkFleetSettings
{
    private const int Most = 64;
    private const int LongestName = 64;

    /// <param name="device">The device's entry.</param>
    /// <param name="self">The gateway's own system id.</param>
    /// <param name="listens">Whether anybody can send to this link.</param>
    public static MavlinkFleet Read(SettingsReader device, byte self, bool listens)
    {
        var vehicles = ReadVehicles(device, self, listens);
        var fleet = new MavlinkFleet
        {
            Vehicles = vehicles,
            Others = device.Flag("otherVehicles", true),
            Most = device.Whole("maxVehicles", 16, 1, Most),
            MostAircraft = device.Whole("maxAircraft", 64, 1, 512),
        };
        Refuse(device, !fleet.Others && vehicles.Count == 0, "otherVehicles", "contradiction", MavlinkWords.NobodyLeft, MavlinkWords.ListVehicles);
        return fleet;
    }

    private static IReadOnlyList<MavlinkVehicleOptions> ReadVehicles(SettingsReader device, byte self, bool listens)
    {
        var items = device.Items("vehicles");
        if (items.Count > Most)
        {
            device.Wrong("vehicles", "too-many", MavlinkWords.TooMany, MavlinkWords.WriteASystem);
            return [];
        }

        var vehicles = new List<MavlinkVehicleOptions>();
        foreach (var item in items)
        {
            var vehicle = ReadOne(item, listens);
            Refuse(item, vehicle.System == self, "system", "contradiction", MavlinkWords.OwnSystem, MavlinkWords.AnotherSystem);
            Refuse(item, vehicles.Exists(other => other.System == vehicle.System), "system", "duplicate", MavlinkWords.SystemTwice, MavlinkWords.AnotherSystem);
            Refuse(item, vehicles.Exists(other => other.Name == vehicle.Name) || IsOthers(vehicle), "name", "duplicate", MavlinkWords.NameTwice, MavlinkWords.AnotherName);
            vehicles.Add(vehicle);
            item.Finish();
        }

        return vehicles;
    }

    private static MavlinkVehicleOptions ReadOne(SettingsReader item, bool listens)
    {
        if (!item.Has("system"))
        {
            item.Wrong("system", "missing", SettingsWords.Missing, MavlinkWords.WriteASystem);
        }

        byte system = (byte)item.Whole("system", 1, 1, 254);
        string name = item.Text("name") ?? VehicleNames.Of(system);
        Refuse(item, !IsName(name), "name", "not-a-name", MavlinkWords.NotAName, MavlinkWords.WriteAName);
        string? from = item.Text("from");
        IPAddress? address = null;
        Refuse(item, from is not null && !IPAddress.TryParse(from, out address), "from", "not-an-address", MavlinkWords.NotAnAddress, MavlinkWords.WriteAnAddress);
        Refuse(item, from is not null && !listens, "from", "contradiction", MavlinkWords.NotOnThisWay, MavlinkWords.Remove);
        return new MavlinkVehicleOptions(system, name, address);
    }

    /// <summary>A vehicle that is called as another one would be.</summary>
    private static bool IsOthers(MavlinkVehicleOptions vehicle) =>
        vehicle.Name.StartsWith(VehicleNames.Prefix, StringComparison.Ordinal) && vehicle.Name != VehicleNames.Of(vehicle.System);

    private static bool IsName(string name) => name.Length is > 0 and <= LongestName && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-');

    private static void Refuse(SettingsReader item, bool wrong, string name, string code, Words problem, Words right)
    {
        if (wrong)
        {
            item.Wrong(name, code, problem, right);
        }
    }
}
