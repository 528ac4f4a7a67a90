using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Nut;

namespace EdgeGateway.Drivers.Cabinet;

/// <summary>Reads where a NUT server is.</summary>
internal static class NutServerSettings
{
    private static readonly Words s_writeAHost = new("write the server's address such as \"127.0.0.1\"", "请写服务器地址，例如 \"127.0.0.1\"");
    private static readonly Words s_notAHost = new("is neither a name nor an address", "既不是主机名也不是地址");
    private static readonly Words s_bothOrNone = new("stands without the other of user and password", "user 与 password 必须同时出现");
    private static readonly Words s_writeBoth = new("write both or none", "请同时写上或同时删去");
    private static readonly Words s_notAWord = new("cannot be said to a NUT server", "无法发送给 NUT 服务器");
    private static readonly Words s_writeAWord = new("1 to 128 characters without control characters", "请用 1 到 128 个字符，不含控制字符");

    public static NutServer Read(SettingsReader settings)
    {
        string host = settings.RequiredText("host", s_writeAHost);
        Refuse(settings, host.Length > 0 && Uri.CheckHostName(host) == UriHostNameType.Unknown, "host", "not-a-host", s_notAHost, s_writeAHost);
        var (user, password) = (settings.Text("user"), settings.Secret("password"));
        Refuse(settings, settings.Has("user") != settings.Has("password"), settings.Has("user") ? "user" : "password", "contradiction", s_bothOrNone, s_writeBoth);
        Refuse(settings, user is not null && !NutQuestion.IsWord(user), "user", "not-a-word", s_notAWord, s_writeAWord);
        Refuse(settings, password is not null && !NutQuestion.IsWord(password.Reveal()), "password", "not-a-word", s_notAWord, s_writeAWord);
        return new NutServer(
            host,
            settings.Whole("port", NutServer.UsualPort, 1, 65_535),
            settings.Duration("timeout", TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(30)),
            password is null ? null : user,
            password);
    }

    /// <summary>A name as the server lists it.</summary>
    public static void CheckUps(SettingsReader settings, string key, string name) =>
        Refuse(settings, name.Length > 0 && (!NutQuestion.IsWord(name) || name.Length > 32 || name.Contains(' ', StringComparison.Ordinal)), key, "not-a-ups", s_notAWord, s_writeAUps);

    private static readonly Words s_writeAUps = new("write the UPS as \"upsc -l\" lists it", "请按 \"upsc -l\" 列出的名称填写");

    private static void Refuse(SettingsReader settings, bool wrong, string name, string code, Words problem, Words right)
    {
        if (wrong)
        {
            settings.Wrong(name, code, problem, right);
        }
    }
}
