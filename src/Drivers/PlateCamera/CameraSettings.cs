using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.PlateCamera;

/// <summary>Checks of the settings that plate cameras share.</summary>
internal static class CameraSettings
{
    private const int LeastToken = 8;

    public static string ReadHost(SettingsReader device)
    {
        string host = device.RequiredText("host", CameraWordsForPeople.WriteAHost);
        Refuse(device, host.Length > 0 && Uri.CheckHostName(host) == UriHostNameType.Unknown, "host", CameraWordsForPeople.NotAHost, CameraWordsForPeople.WriteAHost);
        return host;
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

    public static bool IsCheckpoint(string text) => text.Length == 20 && text.All(char.IsAsciiDigit);

    public static bool IsSha256(string text) => text.Replace(":", string.Empty, StringComparison.Ordinal) is { Length: 64 } hex && hex.All(char.IsAsciiHexDigit);

    public static bool IsUser(string text) => text.Length is > 0 and <= 64 && text.All(c => c is > ' ' and < '\u007f' and not ':');

    /// <summary>The token stands in a path: what a camera might escape, or not, is not allowed.</summary>
    public static bool IsToken(string text) => text.Length >= LeastToken && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
