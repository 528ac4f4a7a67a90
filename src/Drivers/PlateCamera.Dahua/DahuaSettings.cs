using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.HttpDevice;
using EdgeGateway.Drivers.Onvif;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>Reads <see cref="DahuaOptions"/> from a device's entry.</summary>
internal static class DahuaSettings
{
    private const int MostCodes = 32;

    private static readonly string[] s_streamOnly =
    [
        .. HttpPeerSettings.Names, "heartbeat", "channel", "codes", "backfill", "backfillWindow", "clockEvery",
    ];

    private static readonly Dictionary<string, DahuaMode> s_modes = new(StringComparer.Ordinal)
    {
        ["snap"] = DahuaMode.Snap,
        ["events"] = DahuaMode.Events,
        ["push"] = DahuaMode.Push,
    };

    private static readonly Dictionary<string, DahuaConfidence> s_scales = new(StringComparer.Ordinal)
    {
        ["auto"] = DahuaConfidence.Auto,
        ["0-100"] = DahuaConfidence.Percent,
        ["0-255"] = DahuaConfidence.Byte,
    };

    private static readonly Dictionary<string, bool> s_boxes = new(StringComparer.Ordinal)
    {
        ["8192"] = false,
        ["pixels"] = true,
    };

    public static DahuaOptions Read(SettingsReader device)
    {
        var mode = device.Choice("mode", DahuaMode.Snap, s_modes);
        var options = mode == DahuaMode.Push ? ReadPush(device) : ReadStream(device);
        return options with
        {
            Mode = mode,
            Heading = device.Whole("heading", 9, 1, 9),
            LaneBase = device.Has("laneBase") ? device.Whole("laneBase", 0, 0, 1) : null,
            Confidence = device.Choice("confidence", DahuaConfidence.Auto, s_scales),
            OnvifService = OnvifSettings.Read(device),
            BoxesInPixels = device.Choice("boxes", false, s_boxes),
            Checkpoint = CameraSettings.ReadCheckpoint(device),
        };
    }

    private static DahuaOptions ReadStream(SettingsReader device)
    {
        var options = new DahuaOptions
        {
            Peer = HttpPeerSettings.Read(device),
            Heartbeat = device.Duration("heartbeat", TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)),
            Channel = device.Whole("channel", 1, -1, 1024),
            Codes = ReadCodes(device),
            Backfill = device.Flag("backfill", false),
            BackfillWindow = device.Duration("backfillWindow", TimeSpan.FromHours(1), TimeSpan.FromMinutes(1), TimeSpan.FromHours(24)),
            ClockEvery = device.Duration("clockEvery", TimeSpan.FromHours(1), TimeSpan.FromMinutes(1), TimeSpan.FromHours(24)),
        };
        HttpPeerSettings.Refuse(device, device.Has("token"), "token", DahuaWordsForPeople.OnlyPush, DahuaWordsForPeople.RemoveOrPush);
        HttpPeerSettings.Refuse(device, options.Channel == 0, "channel", DahuaWordsForPeople.NoChannelZero, DahuaWordsForPeople.WriteAChannel);
        HttpPeerSettings.Refuse(device, options.Heartbeat.Ticks % TimeSpan.TicksPerSecond != 0, "heartbeat", DahuaWordsForPeople.NotWholeSeconds, DahuaWordsForPeople.WriteWholeSeconds);
        return options;
    }

    private static IReadOnlyList<string> ReadCodes(SettingsReader device)
    {
        if (!device.Has("codes") || device.Texts("codes") is not { } codes)
        {
            return new DahuaOptions().Codes;
        }

        bool right = codes.Count is > 0 and <= MostCodes && codes.All(code => code.Length is > 0 and <= 64 && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_'));
        HttpPeerSettings.Refuse(device, !right, "codes", DahuaWordsForPeople.NotCodes, DahuaWordsForPeople.WriteCodes);
        return codes;
    }

    private static DahuaOptions ReadPush(SettingsReader device)
    {
        foreach (string name in s_streamOnly.Where(device.Has))
        {
            HttpPeerSettings.Refuse(device, true, name, DahuaWordsForPeople.OnlyStreams, DahuaWordsForPeople.RemoveOrStream);
        }

        return new DahuaOptions { Token = HttpPeerSettings.ReadToken(device) };
    }
}
