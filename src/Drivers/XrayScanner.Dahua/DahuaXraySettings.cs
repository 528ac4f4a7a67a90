using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.HttpDevice;

namespace EdgeGateway.Drivers.XrayScanner.Dahua;

/// <summary>Reads <see cref="DahuaXrayOptions"/> from a device's entry.</summary>
internal static class DahuaXraySettings
{
    private const int MostCodes = 32;
    private const string All = "All";

    private static readonly Words s_noChannelZero = new("is no channel: they count from 1", "不是有效通道：通道从 1 开始");
    private static readonly Words s_writeAChannel = new("write 1 for a scanner alone, -1 for all channels", "单台安检机请写 1，全部通道请写 -1");
    private static readonly Words s_notWholeSeconds = new("is not a number of whole seconds", "不是整秒");
    private static readonly Words s_writeWholeSeconds = new("write \"1s\" to \"60s\"", "请写 \"1s\" 到 \"60s\"");
    private static readonly Words s_notCodes = new("is not a list of event codes", "不是事件代码列表");
    private static readonly Words s_writeCodes = new("write 1 to 32 codes such as \"XRayDetection\", or \"All\"", "请写 1 到 32 个代码，例如 \"XRayDetection\"，或 \"All\"");

    private static readonly Dictionary<string, DahuaXrayMode> s_modes = new(StringComparer.Ordinal)
    {
        ["events"] = DahuaXrayMode.Events,
        ["snap"] = DahuaXrayMode.Snap,
    };

    private static readonly Dictionary<string, InspectionMap> s_maps = new(StringComparer.Ordinal) { [DahuaSdkMap.Name] = DahuaSdkMap.Value };

    public static DahuaXrayOptions Read(SettingsReader device)
    {
        var map = ReadMap(device);
        var options = new DahuaXrayOptions
        {
            Peer = HttpPeerSettings.Read(device),
            Mode = device.Choice("mode", DahuaXrayMode.Events, s_modes),
            Heartbeat = device.Duration("heartbeat", TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)),
            Channel = device.Whole("channel", 1, -1, 1024),
            Codes = ReadCodes(device, map),
            ClockEvery = device.Duration("clockEvery", TimeSpan.FromHours(1), TimeSpan.FromMinutes(1), TimeSpan.FromHours(24)),
            Map = map,
        };
        HttpPeerSettings.Refuse(device, options.Channel == 0, "channel", s_noChannelZero, s_writeAChannel);
        HttpPeerSettings.Refuse(device, options.Heartbeat.Ticks % TimeSpan.TicksPerSecond != 0, "heartbeat", s_notWholeSeconds, s_writeWholeSeconds);
        return options;
    }

    /// <summary>The name of a map that comes with the product, or a map.</summary>
    private static InspectionMap ReadMap(SettingsReader device) =>
        device.Has("map") && !device.IsText("map")
            ? InspectionMapSettings.Read(device.Section("map")!, FieldPaths.None)
            : device.Choice("map", DahuaSdkMap.Value, s_maps);

    private static IReadOnlyList<string> ReadCodes(SettingsReader device, InspectionMap map)
    {
        string[] types = [.. map.Events.SelectMany(entry => entry.Types).Select(type => type.IsExact && IsCode(type.Text) ? type.Text : All).Distinct()];
        var usual = types.Contains(All) || types.Length is 0 or > MostCodes ? [All] : types;
        if (!device.Has("codes") || device.Texts("codes") is not { } codes)
        {
            return usual;
        }

        bool right = codes.Count is > 0 and <= MostCodes && codes.All(IsCode);
        HttpPeerSettings.Refuse(device, !right, "codes", s_notCodes, s_writeCodes);
        return codes;
    }

    private static bool IsCode(string text) => text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_');
}
