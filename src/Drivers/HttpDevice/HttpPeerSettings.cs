using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.HttpDevice;

/// <summary>Reads how a device that is a web server is reached, or how it reaches the inbox.</summary>
internal static class HttpPeerSettings
{
    /// <summary>Every setting that <see cref="Read"/> asks for.</summary>
    public static readonly IReadOnlyList<string> Names = ["host", "port", "https", "certificateSha256", "user", "password", "connectTimeout"];

    private const int LeastToken = 8;

    public static HttpPeer Read(SettingsReader device)
    {
        bool https = device.Flag("https", false);
        var peer = new HttpPeer
        {
            Https = https,
            Host = ReadHost(device),
            Port = device.Whole("port", https ? HttpPeer.HttpsPort : HttpPeer.HttpPort, 1, 65_535),
            CertificateSha256 = Checked(device, "certificateSha256", IsSha256, "not-a-sha256", HttpWordsForPeople.NotASha256, HttpWordsForPeople.WriteASha256),
            User = Checked(device, "user", IsUser, "not-a-user", HttpWordsForPeople.NotAUser, HttpWordsForPeople.WriteAUser),
            Password = device.Secret("password"),
            ConnectTimeout = device.Duration("connectTimeout", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)),
        };
        Refuse(device, peer.User is null && device.Has("password"), "user", HttpWordsForPeople.UserMissing, HttpWordsForPeople.WriteUser);
        Refuse(device, peer.User is not null && !device.Has("password"), "password", HttpWordsForPeople.PasswordMissing, HttpWordsForPeople.WritePassword);
        Refuse(device, peer.CertificateSha256 is not null && !https, "certificateSha256", HttpWordsForPeople.NeedsHttps, HttpWordsForPeople.SwitchHttpsOn);
        return peer;
    }

    /// <summary>What a device writes behind its id when it posts to the inbox.</summary>
    public static Secret? ReadToken(SettingsReader device)
    {
        var token = device.Secret("token");
        Refuse(device, !device.Has("token"), "token", HttpWordsForPeople.TokenMissing, HttpWordsForPeople.WriteToken);
        Refuse(device, token is { } given && !IsToken(given.Reveal()), "token", HttpWordsForPeople.WeakToken, HttpWordsForPeople.WriteStrongToken);
        return token;
    }

    public static string? Checked(SettingsReader device, string name, Func<string, bool> right, string code, Words problem, Words repair)
    {
        string? text = device.Text(name);
        if (text is not null && !right(text))
        {
            device.Wrong(name, code, problem, repair);
        }

        return text;
    }

    public static void Refuse(SettingsReader device, bool wrong, string name, Words problem, Words right)
    {
        if (wrong)
        {
            device.Wrong(name, "contradiction", problem, right);
        }
    }

    private static string ReadHost(SettingsReader device)
    {
        string host = device.RequiredText("host", HttpWordsForPeople.WriteAHost);
        Refuse(device, host.Length > 0 && Uri.CheckHostName(host) == UriHostNameType.Unknown, "host", HttpWordsForPeople.NotAHost, HttpWordsForPeople.WriteAHost);
        return host;
    }

    private static bool IsSha256(string text) => text.Replace(":", string.Empty, StringComparison.Ordinal) is { Length: 64 } hex && hex.All(char.IsAsciiHexDigit);

    private static bool IsUser(string text) => text.Length is > 0 and <= 64 && text.All(c => c is > ' ' and < '\u007f' and not ':');

    /// <summary>The token stands in a path: what a device might escape, or not, is not allowed.</summary>
    private static bool IsToken(string text) => text.Length >= LeastToken && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
