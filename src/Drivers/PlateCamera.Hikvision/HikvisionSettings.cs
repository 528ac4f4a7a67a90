using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Onvif;

namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>Reads <see cref="HikvisionOptions"/> from a device's entry.</summary>
internal static class HikvisionSettings
{
    private static readonly string[] s_pullOnly = ["host", "port", "https", "certificateSha256", "user", "password", "connectTimeout", "idle", "askClock"];

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
            Checkpoint = CameraSettings.Checked(device, "checkpoint", CameraSettings.IsCheckpoint, "not-a-checkpoint", CameraWordsForPeople.NotACheckpoint, CameraWordsForPeople.WriteACheckpoint),
        };
    }

    private static HikvisionOptions ReadPull(SettingsReader device)
    {
        bool https = device.Flag("https", false);
        var options = new HikvisionOptions
        {
            Https = https,
            Host = CameraSettings.ReadHost(device),
            Port = device.Whole("port", https ? HikvisionOptions.HttpsPort : HikvisionOptions.HttpPort, 1, 65_535),
            CertificateSha256 = CameraSettings.Checked(device, "certificateSha256", CameraSettings.IsSha256, "not-a-sha256", CameraWordsForPeople.NotASha256, CameraWordsForPeople.WriteASha256),
            User = CameraSettings.Checked(device, "user", CameraSettings.IsUser, "not-a-user", CameraWordsForPeople.NotAUser, CameraWordsForPeople.WriteAUser),
            Password = device.Secret("password"),
            ConnectTimeout = device.Duration("connectTimeout", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)),
            AskClock = device.Flag("askClock", true),
            Idle = device.Duration("idle", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(2), TimeSpan.FromHours(1)),
        };
        CameraSettings.Refuse(device, device.Has("token"), "token", HikvisionWordsForPeople.OnlyPush, HikvisionWordsForPeople.RemoveOrPush);
        CameraSettings.Refuse(device, options.User is null && device.Has("password"), "user", CameraWordsForPeople.UserMissing, CameraWordsForPeople.WriteUser);
        CameraSettings.Refuse(device, options.User is not null && !device.Has("password"), "password", CameraWordsForPeople.PasswordMissing, CameraWordsForPeople.WritePassword);
        CameraSettings.Refuse(device, options.CertificateSha256 is not null && !https, "certificateSha256", CameraWordsForPeople.NeedsHttps, CameraWordsForPeople.SwitchHttpsOn);
        return options;
    }

    private static HikvisionOptions ReadPush(SettingsReader device)
    {
        foreach (string name in s_pullOnly.Where(device.Has))
        {
            CameraSettings.Refuse(device, true, name, HikvisionWordsForPeople.OnlyPull, HikvisionWordsForPeople.RemoveOrPull);
        }

        var token = device.Secret("token");
        CameraSettings.Refuse(device, !device.Has("token"), "token", CameraWordsForPeople.TokenMissing, CameraWordsForPeople.WriteToken);
        CameraSettings.Refuse(device, token is { } given && !CameraSettings.IsToken(given.Reveal()), "token", CameraWordsForPeople.WeakToken, CameraWordsForPeople.WriteStrongToken);
        return new HikvisionOptions { Token = token };
    }
}
