using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Viid.Ids;

namespace EdgeGateway.Drivers.Viid;

/// <summary>Reads <see cref="ViidLogin"/> from a device's entry.</summary>
internal static class ViidLoginSettings
{
    private static readonly Dictionary<string, ViidDigest> s_digests = new(StringComparer.Ordinal)
    {
        ["md5"] = ViidDigest.Md5,
        ["sha-256"] = ViidDigest.Sha256,
        ["both"] = ViidDigest.Both,
    };

    public static ViidLogin Read(SettingsReader device)
    {
        string id = device.RequiredText("deviceId", ViidWordsForPeople.WriteACode);
        Refuse(device, id.Length > 0 && ViidDeviceCode.Parse(id) is null, "deviceId", "not-a-device-code", ViidWordsForPeople.NotACode, ViidWordsForPeople.WriteACode);
        var user = device.Text("user");
        Refuse(device, user is not null && !IsUser(user), "user", "not-a-user", ViidWordsForPeople.NotAUser, ViidWordsForPeople.WriteAUser);
        var realm = device.Text("realm") ?? "viid";
        Refuse(device, !IsUser(realm) || realm.Contains('"', StringComparison.Ordinal), "realm", "not-a-realm", ViidWordsForPeople.NotARealm, ViidWordsForPeople.WriteARealm);
        return new ViidLogin
        {
            DeviceId = id,
            User = user,
            Password = ReadPassword(device),
            Realm = realm,
            Digest = device.Choice("digest", ViidDigest.Md5, s_digests),
            Keepalive = device.Duration("keepalive", TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(5), TimeSpan.FromHours(1)),
            SameAddress = device.Flag("sameAddress", true),
        };
    }

    // No password is a decision that somebody has to write down.
    private static Secret? ReadPassword(SettingsReader device)
    {
        bool empty = device.Flag("emptyPassword", false);
        bool given = device.Has("password");
        var password = device.Secret("password");
        Refuse(device, !empty && !given, "password", "missing", ViidWordsForPeople.PasswordMissing, ViidWordsForPeople.WritePassword);
        Refuse(device, empty && given, "emptyPassword", "contradiction", ViidWordsForPeople.TwoPasswords, ViidWordsForPeople.RemoveOne);
        return password;
    }

    private static void Refuse(SettingsReader device, bool wrong, string name, string code, Words problem, Words right)
    {
        if (wrong)
        {
            device.Wrong(name, code, problem, right);
        }
    }

    private static bool IsUser(string text) => text.Length is > 0 and <= 64 && text.All(c => c is > ' ' and < '\u007f' and not ':');
}
