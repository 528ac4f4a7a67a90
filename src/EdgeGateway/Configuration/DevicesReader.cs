using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Configuration;

/// <summary>Reads <c>devices</c>: what all devices have, and through its driver what only this kind has.</summary>
/// <param name="drivers">What <c>driver</c> may name.</param>
/// <param name="site">Position of the site, when it has one.</param>
/// <param name="hasInbox">Whether devices can push.</param>
internal sealed class DevicesReader(IReadOnlyList<DriverDescriptor> drivers, GeoPosition? site, bool hasInbox)
{
    /// <summary>A device of that name could not be told from the gateway in <c>down/command/gateway</c>.</summary>
    public const string ReservedId = "gateway";

    private readonly Dictionary<string, string> _pathById = new(StringComparer.Ordinal);

    public IReadOnlyList<DeviceSettings> Read(SettingsReader root)
    {
        var devices = new List<DeviceSettings>();
        foreach (var device in root.RequiredItems("devices", ConfigurationWords.DevicesNeeded))
        {
            if (ReadDevice(device) is { } settings)
            {
                devices.Add(settings);
            }
        }

        return devices;
    }

    /// <returns>Null when its driver is not known: then nobody can tell which of its settings are right.</returns>
    private DeviceSettings? ReadDevice(SettingsReader device)
    {
        string id = ReadId(device);
        bool enabled = device.Flag("enabled", true);
        var position = PositionReader.Read(device, "position") ?? site;
        var zone = ZoneReader.Read(device, "zone", TimeSpan.FromHours(8));
        if (ReadDriver(device) is not { } driver)
        {
            return null;
        }

        object options = driver.ReadOptions(device);
        if (enabled && !hasInbox && driver.NeedsInbox(options))
        {
            device.Wrong(null, "inbox-missing", ConfigurationWords.InboxMissing, ConfigurationWords.WriteInbox);
        }

        var commands = ReadCommands(device, driver);
        device.Finish();
        return new DeviceSettings { Id = id, Driver = driver, Enabled = enabled, Position = position, Zone = zone, Options = options, Commands = commands };
    }

    private static IReadOnlyList<string> ReadCommands(SettingsReader device, DriverDescriptor driver)
    {
        var commands = device.Texts("commands") ?? [];
        foreach (string unknown in commands.Except(driver.Commands))
        {
            device.Wrong(
                "commands", "unknown-command", CommandSettingsWords.NoAbility(unknown, driver.Name),
                CommandSettingsWords.Abilities(driver.Commands, NearestName.Of(unknown, driver.Commands)));
        }

        return commands;
    }

    private string ReadId(SettingsReader device)
    {
        string id = Named.Read(device, "id", ConfigurationWords.WriteAName);
        if (id == ReservedId)
        {
            device.Wrong("id", "reserved", ConfigurationWords.Reserved, ConfigurationWords.OtherName);
        }
        else if (id.Length > 0 && !_pathById.TryAdd(id, device.Path))
        {
            device.Wrong("id", "id-twice", ConfigurationWords.DeviceTwice(_pathById[id]), ConfigurationWords.OtherName);
        }

        return id;
    }

    private DriverDescriptor? ReadDriver(SettingsReader device)
    {
        var names = drivers.Select(driver => driver.Name).ToArray();
        string name = device.RequiredText("driver", ConfigurationWords.KnownDrivers(names, null));
        var found = drivers.FirstOrDefault(driver => driver.Name == name);
        if (found is null && name.Length > 0)
        {
            device.Wrong("driver", "unknown-driver", ConfigurationWords.UnknownDriver, ConfigurationWords.KnownDrivers(names, NearestName.Of(name, names)));
        }

        return found;
    }
}
