using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.HttpDevice;
using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.XrayScanner.Hikvision;

/// <summary>Reads <see cref="HikvisionXrayOptions"/> from a device's entry.</summary>
internal static class HikvisionXraySettings
{
    private static readonly Words s_onlyPull = new("has no meaning when the scanner pushes", "安检机主动推送时无意义");
    private static readonly Words s_removeOrPull = new("remove it, or write \"direction\": \"pull\"", "请删除，或写 \"direction\": \"pull\"");
    private static readonly Words s_onlyPush = new("has no meaning when the gateway pulls", "网关主动拉取时无意义");
    private static readonly Words s_removeOrPush = new("remove it, or write \"direction\": \"push\"", "请删除，或写 \"direction\": \"push\"");

    private static readonly string[] s_pullOnly = [.. HttpPeerSettings.Names, "idle", "askClock"];

    /// <summary>The one time that every event of this channel carries (xray.md section 2.1, common fields).</summary>
    private static readonly FieldPaths s_time = new([BodyPath.Parse("dateTime", out _)!]);

    private static readonly Dictionary<string, HikvisionXrayDirection> s_directions = new(StringComparer.Ordinal)
    {
        ["pull"] = HikvisionXrayDirection.Pull,
        ["push"] = HikvisionXrayDirection.Push,
    };

    public static HikvisionXrayOptions Read(SettingsReader device)
    {
        var map = InspectionMapSettings.Read(device.RequiredSection("map", MapWordsForPeople.WriteAMap), s_time);
        return device.Choice("direction", HikvisionXrayDirection.Pull, s_directions) == HikvisionXrayDirection.Pull ? ReadPull(device, map) : ReadPush(device, map);
    }

    private static HikvisionXrayOptions ReadPull(SettingsReader device, InspectionMap map)
    {
        HttpPeerSettings.Refuse(device, device.Has("token"), "token", s_onlyPush, s_removeOrPush);
        return new HikvisionXrayOptions
        {
            Peer = HttpPeerSettings.Read(device),
            Idle = device.Duration("idle", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(2), TimeSpan.FromHours(1)),
            AskClock = device.Flag("askClock", true),
            Map = map,
        };
    }

    private static HikvisionXrayOptions ReadPush(SettingsReader device, InspectionMap map)
    {
        foreach (string name in s_pullOnly.Where(device.Has))
        {
            HttpPeerSettings.Refuse(device, true, name, s_onlyPull, s_removeOrPull);
        }

        return new HikvisionXrayOptions { Direction = HikvisionXrayDirection.Push, Token = HttpPeerSettings.ReadToken(device), Map = map };
    }
}
