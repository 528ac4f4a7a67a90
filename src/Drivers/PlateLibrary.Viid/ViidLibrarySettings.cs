using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>Reads <see cref="ViidLibraryOptions"/> from a device's entry.</summary>
internal static class ViidLibrarySettings
{
    private static readonly string[] s_upperOnly = ["tollgates", "area", "notifyHosts", "trustIdentify"];
    private static readonly string[] s_lowerOnly = ["gatewayUrl", "subscription"];

    private static readonly Dictionary<string, ViidLibraryRole> s_roles = new(StringComparer.Ordinal)
    {
        ["lower"] = ViidLibraryRole.Lower,
        ["upper"] = ViidLibraryRole.Upper,
    };

    public static ViidLibraryOptions Read(SettingsReader device)
    {
        Refuse(device, !device.Has("role"), "role", "missing", ViidLibraryWordsForPeople.RoleMissing, ViidLibraryWordsForPeople.WriteRole);
        var role = device.Choice("role", ViidLibraryRole.Upper, s_roles);
        var options = ReadCommon(device) with { Role = role };
        return role == ViidLibraryRole.Upper ? ReadUpper(device, options) : ReadLower(device, options);
    }

    private static ViidLibraryOptions ReadCommon(SettingsReader device)
    {
        bool https = device.Flag("https", false);
        var options = new ViidLibraryOptions
        {
            LibraryId = Code(device, "libraryId"),
            DeviceId = Code(device, "deviceId"),
            Host = ReadHost(device),
            Https = https,
            Port = device.Whole("port", https ? 443 : 80, 1, 65_535),
            CertificateSha256 = Checked(device, "certificateSha256", IsSha256, "not-a-sha256", ViidLibraryWordsForPeople.NotASha256, ViidLibraryWordsForPeople.WriteASha256),
            User = Checked(device, "user", IsUser, "not-a-user", ViidLibraryWordsForPeople.NotAUser, ViidLibraryWordsForPeople.WriteAUser),
            Password = device.Secret("password"),
            LibraryUser = Checked(device, "libraryUser", IsUser, "not-a-user", ViidLibraryWordsForPeople.NotAUser, ViidLibraryWordsForPeople.WriteAUser),
            LibraryPassword = device.Secret("libraryPassword"),
            SameAddress = device.Flag("sameAddress", true),
            Timeout = device.Duration("timeout", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)),
            Organisation = Checked(device, "organisation", text => IsDigits(text, 12), "not-an-organisation", ViidLibraryWordsForPeople.NotAnOrganisation, ViidLibraryWordsForPeople.WriteAnOrganisation),
        };
        Refuse(device, options.CertificateSha256 is not null && !https, "certificateSha256", "contradiction", ViidLibraryWordsForPeople.NeedsHttps, ViidLibraryWordsForPeople.SwitchHttpsOn);
        Refuse(device, options.LibraryId.Length > 0 && options.LibraryId == options.DeviceId, "libraryId", "contradiction", ViidLibraryWordsForPeople.SameCode, ViidLibraryWordsForPeople.WriteTheLibrarysCode);
        return options;
    }

    private static ViidLibraryOptions ReadUpper(SettingsReader device, ViidLibraryOptions options)
    {
        RefuseAll(device, s_lowerOnly, ViidLibraryWordsForPeople.OnlyLower, ViidLibraryWordsForPeople.RemoveOrLower);
        options = options with
        {
            Keepalive = device.Duration("keepalive", TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(300)),
            Tollgates = device.Texts("tollgates") ?? [],
            Area = Checked(device, "area", text => IsDigits(text, 6), "not-an-area", ViidLibraryWordsForPeople.NotAnArea, ViidLibraryWordsForPeople.WriteAnArea),
            NotifyHosts = device.Texts("notifyHosts") ?? [],
            TrustIdentify = device.Flag("trustIdentify", false),
        };
        Refuse(device, options.Password is null && !device.Has("password"), "password", "missing", ViidLibraryWordsForPeople.PasswordMissing, ViidLibraryWordsForPeople.WritePassword);
        Refuse(device, options.LibraryPassword is null && !device.Has("libraryPassword") && !options.TrustIdentify, "libraryPassword", "missing", ViidLibraryWordsForPeople.LibraryPasswordMissing, ViidLibraryWordsForPeople.WriteLibraryPasswordOrTrust);
        Refuse(device, options.TrustIdentify && !System.Net.IPAddress.TryParse(options.Host, out _), "trustIdentify", "contradiction", ViidLibraryWordsForPeople.TrustNeedsAddress, ViidLibraryWordsForPeople.WriteAnAddress);
        Refuse(device, !options.Tollgates.All(code => IsDigits(code, 20)), "tollgates", "not-a-code", ViidLibraryWordsForPeople.NotACode, ViidLibraryWordsForPeople.WriteCodes);
        Refuse(device, !options.NotifyHosts.All(IsHostAndPort), "notifyHosts", "not-a-host", ViidLibraryWordsForPeople.NotAHost, ViidLibraryWordsForPeople.WriteHosts);
        return options;
    }

    private static ViidLibraryOptions ReadLower(SettingsReader device, ViidLibraryOptions options)
    {
        RefuseAll(device, s_upperOnly, ViidLibraryWordsForPeople.OnlyUpper, ViidLibraryWordsForPeople.RemoveOrUpper);
        string url = device.RequiredText("gatewayUrl", ViidLibraryWordsForPeople.WriteAGatewayUrl);
        bool right = Uri.TryCreate(url, UriKind.Absolute, out var gateway) && gateway.Scheme == Uri.UriSchemeHttp && gateway.PathAndQuery == "/";
        Refuse(device, url.Length > 0 && !right, "gatewayUrl", "not-a-url", ViidLibraryWordsForPeople.NotAGatewayUrl, ViidLibraryWordsForPeople.WriteAGatewayUrl);
        Refuse(device, options.LibraryPassword is null && !device.Has("libraryPassword"), "libraryPassword", "missing", ViidLibraryWordsForPeople.LibraryPasswordMissing, ViidLibraryWordsForPeople.WriteLibraryPassword);
        return options with
        {
            GatewayUrl = right ? gateway : null,
            Keepalive = device.Duration("keepalive", TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(300)),
            Subscription = device.Duration("subscription", TimeSpan.FromDays(1), TimeSpan.FromMinutes(10), TimeSpan.FromDays(30)),
        };
    }

    private static string Code(SettingsReader device, string name)
    {
        string code = device.RequiredText(name, ViidLibraryWordsForPeople.WriteACode);
        Refuse(device, code.Length > 0 && !IsDigits(code, 20), name, "not-a-code", ViidLibraryWordsForPeople.NotACode, ViidLibraryWordsForPeople.WriteACode);
        return code;
    }

    private static string ReadHost(SettingsReader device)
    {
        string host = device.RequiredText("host", ViidLibraryWordsForPeople.WriteAHost);
        Refuse(device, host.Length > 0 && Uri.CheckHostName(host) == UriHostNameType.Unknown, "host", "not-a-host", ViidLibraryWordsForPeople.NotAHost, ViidLibraryWordsForPeople.WriteAHost);
        return host;
    }

    private static string? Checked(SettingsReader device, string name, Func<string, bool> right, string code, Words problem, Words repair)
    {
        string? text = device.Text(name);
        Refuse(device, text is not null && !right(text), name, code, problem, repair);
        return text;
    }

    private static void RefuseAll(SettingsReader device, string[] names, Words problem, Words right)
    {
        foreach (string name in names.Where(device.Has))
        {
            device.Wrong(name, "contradiction", problem, right);
        }
    }

    private static void Refuse(SettingsReader device, bool wrong, string name, string code, Words problem, Words right)
    {
        if (wrong)
        {
            device.Wrong(name, code, problem, right);
        }
    }

    private static bool IsDigits(string text, int length) => text.Length == length && text.All(char.IsAsciiDigit);

    private static bool IsSha256(string text) => text.Replace(":", string.Empty, StringComparison.Ordinal) is { Length: 64 } hex && hex.All(char.IsAsciiHexDigit);

    private static bool IsUser(string text) => text.Length is > 0 and <= 64 && text.All(c => c is > ' ' and < '\u007f' and not ':' and not '"');

    private static bool IsHostAndPort(string text) =>
        Uri.TryCreate($"http://{text}/", UriKind.Absolute, out var url) && url.PathAndQuery == "/" && url.UserInfo.Length == 0 && Uri.CheckHostName(url.IdnHost) != UriHostNameType.Unknown;
}
