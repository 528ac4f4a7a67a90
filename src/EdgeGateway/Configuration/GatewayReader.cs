using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Configuration;

/// <summary>Reads the whole file, section by section.</summary>
/// <param name="folder">Folder of the file, absolute; relative paths start here.</param>
/// <param name="drivers">What <c>devices[].driver</c> may name.</param>
internal sealed class GatewayReader(string folder, IReadOnlyList<DriverDescriptor> drivers)
{
    /// <param name="root">The whole file.</param>
    /// <param name="digest">Its digest.</param>
    /// <returns>Settings that are only good when the report stayed empty.</returns>
    public GatewaySettings Read(SettingsReader root, string digest)
    {
        _ = root.Text("$schema");
        var (site, position, checkpoint) = ReadSite(root.RequiredSection("site", ConfigurationWords.SiteNeeded));
        var settings = new GatewaySettings
        {
            Site = site,
            Position = position,
            Checkpoint = checkpoint,
            Cameras = root.Section("cameras") is { } cameras ? CamerasReader.Read(cameras) : new CameraSettings(),
            Gateway = ReadGateway(root.RequiredSection("gateway", ConfigurationWords.GatewayNeeded)),
            Store = StoreReader.Read(root.RequiredSection("store", ConfigurationWords.StoreNeeded), folder),
            Uplink = UplinkReader.Read(root.RequiredSection("uplink", ConfigurationWords.UplinkNeeded)),
            Inbox = root.Section("inbox") is { } inbox ? InboxReader.Read(inbox) : null,
            Telemetry = root.Section("telemetry") is { } telemetry ? TelemetryReader.Read(telemetry) : null,
            Devices = [],
            Digest = digest,
        };
        var devices = new DevicesReader(drivers, position, settings.Inbox is not null).Read(root);
        var commands = root.Section("commands") is { } section ? new CommandsReader([.. devices.Select(device => device.Id)]).Read(section) : settings.Commands;
        var hotList = root.Section("hotList") is { } lists ? HotListReader.Read(lists, folder, commands.Keys.Count > 0) : settings.HotList;
        var inspection = root.Section("inspection") is { } stations ? new InspectionReader([.. devices.Select(device => device.Id)]).Read(stations) : settings.Inspection;
        var airspace = root.Section("airspace") is { } air ? new AirspaceReader([.. devices.Select(device => device.Id)]).Read(air) : settings.Airspace;
        root.Finish();
        return settings with { Devices = devices, Commands = commands, HotList = hotList, Inspection = inspection, Airspace = airspace };
    }

    private static (string Code, GeoPosition? Position, string? Checkpoint) ReadSite(SettingsReader site)
    {
        string code = Named.Read(site, "code", ConfigurationWords.SiteNeeded);
        var position = PositionReader.Read(site, "position");
        string? checkpoint = CamerasReader.ReadCheckpoint(site);
        site.Finish();
        return (code, position, checkpoint);
    }

    private static string ReadGateway(SettingsReader gateway)
    {
        string id = Named.Read(gateway, "id", ConfigurationWords.GatewayNeeded);
        gateway.Finish();
        return id;
    }
}
