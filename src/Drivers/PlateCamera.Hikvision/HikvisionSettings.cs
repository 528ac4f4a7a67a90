using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.HttpDevice;
using EdgeGateway.Drivers.Onvif;

namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>Reads <see cref="HikvisionOptions"/> from a device's entry.</summary>
internal static class HikvisionSettings
{
    private static readonly string[] s_pullOnly = [.. HttpPeerSettings.Names, "idle", "askClock"];

    private static readonly Dictionary<string, HikvisionDirection> s_directions = new(StringComparer.Ordinal)
    {
        ["pull"] = HikvisionDirection.Pull,
        ["push"] = HikvisionDirection.Push,
    };

    public static HikvisionOptions Read(SettingsReader device)
    {
        var direction = device.Choice("direction", HikvisionDirection.Pull, s_directions);
        var options = direction == HikvisionDirection.Pull ? ReadPull(device) : ReadPush(device);
        return options with
        {
            Direction = direction,
            Heading = device.Whole("heading", 9, 1, 9),
            OnvifService = OnvifSettings.Read(device),
            Checkpoint = CameraSettings.ReadCheckpoint(device),
        };
    }

    private static HikvisionOptions ReadPull(SettingsReader device)
    {
        var options = new HikvisionOptions
        {
            Peer = HttpPeerSettings.Read(device),
            AskClock = device.Flag("askClock", true),
            Idle = device.Duration("idle", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(2), TimeSpan.FromHours(1)),
        };
        HttpPeerSettings.Refuse(device, device.Has("token"), "token", HikvisionWordsForPeople.OnlyPush, HikvisionWordsForPeople.RemoveOrPush);
        return options;
    }

    private static HikvisionOptions ReadPush(SettingsReader device)
    {
        foreach (string name in s_pullOnly.Where(device.Has))
        {
            HttpPeerSettings.Refuse(device, true, name, HikvisionWordsForPeople.OnlyPull, HikvisionWordsForPeople.RemoveOrPull);
        }

        return new HikvisionOptions { Token = HttpPeerSettings.ReadToken(device) };
    }
}
