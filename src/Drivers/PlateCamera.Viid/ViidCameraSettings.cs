using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.HttpDevice;
using EdgeGateway.Drivers.Viid;
using EdgeGateway.Protocol.Viid.Ids;
using EdgeGateway.Protocol.Viid.Writing;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>Reads <see cref="ViidCameraOptions"/> from a device's entry.</summary>
internal static class ViidCameraSettings
{
    private static readonly Dictionary<string, ViidPeople> s_people = new(StringComparer.Ordinal) { ["refuse"] = ViidPeople.Refuse, ["discard"] = ViidPeople.Discard };

    private static readonly Dictionary<string, ViidHeadings> s_headings = new(StringComparer.Ordinal) { ["standard"] = ViidHeadings.Standard, ["regional"] = ViidHeadings.Regional };

    public static ViidCameraOptions Read(SettingsReader device) => new()
    {
        Login = ViidLoginSettings.Read(device),
        ServerId = Code(device, "serverId") ?? string.Empty,
        Dialect = device.Section("answers") is { } answers ? ViidDialectSettings.Read(answers) : ViidDialect.Standard,
        People = device.Choice("people", ViidPeople.Refuse, s_people),
        Heading = device.Whole("heading", 9, 1, 9),
        Headings = device.Choice("headings", ViidHeadings.Standard, s_headings),
        Checkpoint = CameraSettings.ReadCheckpoint(device),
    };

    private static string? Code(SettingsReader device, string name) =>
        HttpPeerSettings.Checked(device, name, text => ViidDeviceCode.Parse(text) is not null, "not-a-device-code", ViidWordsForPeople.NotACode, ViidWordsForPeople.WriteACode);
}
