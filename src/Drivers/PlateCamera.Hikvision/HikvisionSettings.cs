using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>Reads <see cref="HikvisionOptions"/> from a device's entry.</summary>
internal static class HikvisionSettings
{
    private const int LeastToken = 8;

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
            Checkpoint = Checked(device, "checkpoint", IsCheckpoint, "not-a-checkpoint", HikvisionWordsForPeople.NotACheckpoint, HikvisionWordsForPeople.WriteACheckpoint),
        };
    }

    private static HikvisionOptions ReadPull(SettingsReader device)
    {
        bool https = device.Flag("https", false);
        var options = new HikvisionOptions
        {
            Https = https,
            Host = ReadHost(device),
            Port = device.Whole("port", https ? HikvisionOptions.HttpsPort : HikvisionOptions.HttpPort, 1, 65_535),
            CertificateSha256 = Checked(device, "certificateSha256", IsSha256, "not-a-sha256", HikvisionWordsForPeople.NotASha256, HikvisionWordsForPeople.WriteASha256),
            User = Checked(device, "user", IsUser, "not-a-user", HikvisionWordsForPeople.NotAUser, HikvisionWordsForPeople.WriteAUser),
            Password = device.Secret("password"),
            ConnectTimeout = device.Duration("connectTimeout", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)),
            AskClock = device.Flag("askClock", true),
            Idle = device.Duration("idle", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(2), TimeSpan.FromHours(1)),
        };
        Refuse(device, device.Has("token"), "token", HikvisionWordsForPeople.OnlyPush, HikvisionWordsForPeople.RemoveOrPush);
        Refuse(device, options.User is null && device.Has("password"), "user", HikvisionWordsForPeople.UserMissing, HikvisionWordsForPeople.WriteUser);
        Refuse(device, options.User is not null && !device.Has("password"), "password", HikvisionWordsForPeople.PasswordMissing, HikvisionWordsForPeople.WritePassword);
        Refuse(device, options.CertificateSha256 is not null && !https, "certificateSha256", HikvisionWordsForPeople.NeedsHttps, HikvisionWordsForPeople.SwitchHttpsOn);
        return options;
    }

    private static HikvisionOptions ReadPush(SettingsReader device)
    {
        foreach (string name in s_pullOnly.Where(device.Has))
        {
            Refuse(device, true, name, HikvisionWordsForPeople.OnlyPull, HikvisionWordsForPeople.RemoveOrPull);
        }

        var token = device.Secret("token");
        Refuse(device, !device.Has("token"), "token", HikvisionWordsForPeople.TokenMissing, HikvisionWordsForPeople.WriteToken);
        Refuse(device, token is { } given && !IsToken(given.Reveal()), "token", HikvisionWordsForPeople.WeakToken, HikvisionWordsForPeople.WriteStrongToken);
        return new HikvisionOptions { Token = token };
    }

    private static string ReadHost(SettingsReader device)
    {
        string host = device.RequiredText("host", HikvisionWordsForPeople.WriteAHost);
        Refuse(device, host.Length > 0 && Uri.CheckHostName(host) == UriHostNameType.Unknown, "host", HikvisionWordsForPeople.NotAHost, HikvisionWordsForPeople.WriteAHost);
        return host;
    }

    private static string? Checked(SettingsReader device, string name, Func<string, bool> right, string code, Words problem, Words repair)
    {
        string? text = device.Text(name);
        if (text is not null && !right(text))
        {
            device.Wrong(name, code, problem, repair);
        }

        return text;
    }

    private static void Refuse(SettingsReader device, bool wrong, string name, Words problem, Words right)
    {
        if (wrong)
        {
            device.Wrong(name, "contradiction", problem, right);
        }
    }

    private static bool IsCheckpoint(string text) => text.Length == 20 && text.All(char.IsAsciiDigit);

    private static bool IsSha256(string text) => text.Replace(":", string.Empty, StringComparison.Ordinal) is { Length: 64 } hex && hex.All(char.IsAsciiHexDigit);

    private static bool IsUser(string text) => text.Length is > 0 and <= 64 && text.All(c => c is > ' ' and < '\u007f' and not ':');

    /// <summary>The token stands in a path: what a camera might escape, or not, is not allowed.</summary>
    private static bool IsToken(string text) => text.Length >= LeastToken && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
