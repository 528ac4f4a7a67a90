using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Cabinet.Nut;

/// <summary>Reads <see cref="NutOptions"/> from a device's entry.</summary>
internal static class NutSettings
{
    private static readonly Words s_tooMany = new("names more than 8", "超过 8 个");
    private static readonly Words s_nameFewer = new("name at most 8, each once; more go to a further device", "最多 8 个，不重复；更多的请另设设备");
    private static readonly Words s_noUser = new("needs a user", "需要 user");
    private static readonly Words s_writeUser = new("write user and password as in upsd.users", "请按 upsd.users 填写 user 与 password");

    public static NutOptions Read(SettingsReader device)
    {
        var server = NutServerSettings.Read(device);
        var ups = device.Texts("ups") ?? [];
        foreach (string name in ups)
        {
            NutServerSettings.CheckUps(device, "ups", name);
        }

        if (ups.Count > NutOptions.MostUps || ups.Distinct(StringComparer.Ordinal).Count() < ups.Count || ups.Contains(string.Empty))
        {
            device.Wrong("ups", "too-many", s_tooMany, s_nameFewer);
        }

        var usual = new NutOptions { Server = server };
        var options = usual with
        {
            Ups = ups,
            Login = device.Flag("login", false),
            Poll = device.Duration("poll", usual.Poll, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)),
            Every = device.Duration("every", usual.Every, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            LostAfter = device.Duration("lostAfter", usual.LostAfter, TimeSpan.Zero, TimeSpan.FromHours(1)),
            Night = NightHours.Read(device, "night") ?? usual.Night,
            AlarmsPerHour = device.Whole("alarmsPerHour", usual.AlarmsPerHour, 1, 60),
        };
        if (options.Login && !device.Has("user"))
        {
            device.Wrong("login", "contradiction", s_noUser, s_writeUser);
        }

        return options;
    }
}
