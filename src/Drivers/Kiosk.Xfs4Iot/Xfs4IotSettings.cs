using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>Reads <see cref="Xfs4IotOptions"/> from a device's entry.</summary>
internal static class Xfs4IotSettings
{
    private const int LongestHost = 255;
    private const int LongestName = 64;
    private const int MostHosts = 8;

    private static readonly TimeSpan s_tenSeconds = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    public static Xfs4IotOptions Read(SettingsReader device)
    {
        string host = device.RequiredText("host", Xfs4IotWords.WriteAHost);
        Refuse(device, host.Length > 0 && !IsHost(host), "host", "not-a-host", Xfs4IotWords.NotAHost, Xfs4IotWords.WriteAHost);
        var usual = new Xfs4IotOptions { Host = host };
        var options = usual with
        {
            Port = device.Has("port") ? device.Whole("port", 5846, 1, 65_535) : null,
            Tls = device.Section("tls") is { } tls ? TlsSettingsReader.Read(tls) : null,
            HostHeader = device.Text("hostHeader"),
            ServiceHosts = device.Texts("serviceHosts") ?? [],
            Services = device.Texts("services") ?? [],
            Ignore = device.Texts("ignore") ?? [],
            StatusEvery = device.Duration("statusEvery", usual.StatusEvery, s_tenSeconds, s_hour),
            StorageEvery = device.Duration("storageEvery", usual.StorageEvery, s_tenSeconds, TimeSpan.FromHours(24)),
            Silence = device.Duration("silence", usual.Silence, s_tenSeconds, s_hour),
            StatusSilence = device.Duration("statusSilence", usual.StatusSilence, TimeSpan.FromSeconds(20), TimeSpan.FromHours(2)),
            Probe = device.Duration("probe", usual.Probe, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(30)),
            BackoffMost = device.Duration("backoffMost", usual.BackoffMost, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
            Every = device.Duration("every", usual.Every, s_tenSeconds, s_hour),
            SearchEvery = device.Duration("searchEvery", usual.SearchEvery, TimeSpan.FromMinutes(1), TimeSpan.FromHours(24)),
        };
        Check(device, options);
        return options;
    }

    private static void Check(SettingsReader device, Xfs4IotOptions options)
    {
        Refuse(device, options.HostHeader is { } header && !IsHostHeader(header), "hostHeader", "not-a-host", Xfs4IotWords.NotAHostHeader, Xfs4IotWords.WriteAHostHeader);
        Refuse(device, options.ServiceHosts.Count > MostHosts || !options.ServiceHosts.All(IsHost), "serviceHosts", "not-a-host", Xfs4IotWords.NotHosts, Xfs4IotWords.WriteHosts);
        Refuse(device, !AreServices(options.Services), "services", "not-services", Xfs4IotWords.NotServices, Xfs4IotWords.WriteServices);
        Refuse(device, !AreServices(options.Ignore), "ignore", "not-services", Xfs4IotWords.NotServices, Xfs4IotWords.WriteServices);
        bool isBoth = options.Services.Intersect(options.Ignore, StringComparer.OrdinalIgnoreCase).Any();
        Refuse(device, isBoth, "services", "contradiction", Xfs4IotWords.Both, Xfs4IotWords.WriteOnce);
        Refuse(device, options.StatusSilence <= options.StatusEvery, "statusSilence", "contradiction", Xfs4IotWords.TooShort, Xfs4IotWords.WriteLonger);
    }

    private static void Refuse(SettingsReader device, bool wrong, string name, string code, Words problem, Words right)
    {
        if (wrong)
        {
            device.Wrong(name, code, problem, right);
        }
    }

    private static bool IsHost(string text) => text.Length <= LongestHost && Uri.CheckHostName(text) != UriHostNameType.Unknown;

    private static bool IsHostHeader(string text) =>
        text.Length is > 0 and <= LongestHost && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or ':' or '[' or ']');

    private static bool AreServices(IReadOnlyList<string> names) =>
        names.Count <= Xfs4IotOptions.MostServices && names.All(IsService) && names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count;

    private static bool IsService(string text) => text.Length is > 0 and <= LongestName && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or ':');
}
