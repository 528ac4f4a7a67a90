using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Onvif;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>Reads <see cref="DahuaOptions"/> from a device's entry.</summary>
internal static class DahuaSettings
{
    private const int MostCodes = 32;

    private static readonly string[] s_streamOnly =
    [
        "host", "port", "https", "certificateSha256", "user", "password", "connectTimeout", "heartbeat", "channel", "codes", "backfill", "backfillWindow", "clockEvery",
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
            Checkpoint = CameraSettings.Checked(device, "checkpoint", CameraSettings.IsCheckpoint, "not-a-checkpoint", CameraWordsForPeople.NotACheckpoint, CameraWordsForPeople.WriteACheckpoint),
        };
    }

    private static DahuaOptions ReadStream(SettingsReader device)
    {
        bool https = device.Flag("https", false);
        var options = new DahuaOptions
        {
            Https = https,
            Host = CameraSettings.ReadHost(device),
            Port = device.Whole("port", https ? DahuaOptions.HttpsPort : DahuaOptions.HttpPort, 1, 65_535),
            CertificateSha256 = CameraSettings.Checked(device, "certificateSha256", CameraSettings.IsSha256, "not-a-sha256", CameraWordsForPeople.NotASha256, CameraWordsForPeople.WriteASha256),
            User = CameraSettings.Checked(device, "user", CameraSettings.IsUser, "not-a-user", CameraWordsForPeople.NotAUser, CameraWordsForPeople.WriteAUser),
            Password = device.Secret("password"),
            ConnectTimeout = device.Duration("connectTimeout", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)),
            Heartbeat = device.Duration("heartbeat", TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)),
            Channel = device.Whole("channel", 1, -1, 1024),
            Codes = ReadCodes(device),
            Backfill = device.Flag("backfill", false),
            BackfillWindow = device.Duration("backfillWindow", TimeSpan.FromHours(1), TimeSpan.FromMinutes(1), TimeSpan.FromHours(24)),
            ClockEvery = device.Duration("clockEvery", TimeSpan.FromHours(1), TimeSpan.FromMinutes(1), TimeSpan.FromHours(24)),
        };
        CameraSettings.Refuse(device, device.Has("token"), "token", DahuaWordsForPeople.OnlyPush, DahuaWordsForPeople.RemoveOrPush);
        CameraSettings.Refuse(device, options.User is null && device.Has("password"), "user", CameraWordsForPeople.UserMissing, CameraWordsForPeople.WriteUser);
        CameraSettings.Refuse(device, options.User is not null && !device.Has("password"), "password", CameraWordsForPeople.PasswordMissing, CameraWordsForPeople.WritePassword);
        CameraSettings.Refuse(device, options.CertificateSha256 is not null && !https, "certificateSha256", CameraWordsForPeople.NeedsHttps, CameraWordsForPeople.SwitchHttpsOn);
        CameraSettings.Refuse(device, options.Channel == 0, "channel", DahuaWordsForPeople.NoChannelZero, DahuaWordsForPeople.WriteAChannel);
        CameraSettings.Refuse(device, options.Heartbeat.Ticks % TimeSpan.TicksPerSecond != 0, "heartbeat", DahuaWordsForPeople.NotWholeSeconds, DahuaWordsForPeople.WriteWholeSeconds);
        return options;
    }

    private static IReadOnlyList<string> ReadCodes(SettingsReader device)
    {
        if (!device.Has("codes") || device.Texts("codes") is not { } codes)
        {
            return new DahuaOptions().Codes;
        }

        bool right = codes.Count is > 0 and <= MostCodes && codes.All(code => code.Length is > 0 and <= 64 && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_'));
        CameraSettings.Refuse(device, !right, "codes", DahuaWordsForPeople.NotCodes, DahuaWordsForPeople.WriteCodes);
        return codes;
    }

    private static DahuaOptions ReadPush(SettingsReader device)
    {
        foreach (string name in s_streamOnly.Where(device.Has))
        {
            CameraSettings.Refuse(device, true, name, DahuaWordsForPeople.OnlyStreams, DahuaWordsForPeople.RemoveOrStream);
        }

        var token = device.Secret("token");
        CameraSettings.Refuse(device, !device.Has("token"), "token", CameraWordsForPeople.TokenMissing, CameraWordsForPeople.WriteToken);
        CameraSettings.Refuse(device, token is { } given && !CameraSettings.IsToken(given.Reveal()), "token", CameraWordsForPeople.WeakToken, CameraWordsForPeople.WriteStrongToken);
        return new DahuaOptions { Token = token };
    }
}
