using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Configuration;

/// <summary>Reads one entry of <c>uplink.brokers</c>.</summary>
internal static class BrokerReader
{
    private const int PlainPort = 1883;

    private const int TlsPort = 8883;

    public static BrokerSettings Read(SettingsReader broker, string folder)
    {
        var tls = broker.Section("tls") is { } section ? ReadTls(section, folder) : null;
        var settings = new BrokerSettings
        {
            Host = Host(broker),
            Port = broker.Whole("port", tls is null ? PlainPort : TlsPort, 1, 65_535),
            Tls = tls,
            User = broker.Text("user"),
            Password = broker.Secret("password"),
        };
        if (settings.Password is not null && string.IsNullOrEmpty(settings.User))
        {
            broker.Wrong("password", "password-alone", ConfigurationWords.PasswordAlone, ConfigurationWords.WriteUser);
        }

        broker.Finish();
        return settings;
    }

    private static string Host(SettingsReader broker)
    {
        string host = broker.RequiredText("host", ConfigurationWords.WriteAHost);
        if (host.Length > 0 && Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            broker.Wrong("host", "not-a-host", ConfigurationWords.NotAHost, ConfigurationWords.WriteAHost);
        }

        return host;
    }

    private static TlsSettings ReadTls(SettingsReader tls, string folder)
    {
        var settings = new TlsSettings
        {
            CaFile = PathReader.ExistingFile(tls, "ca", folder),
            CertificateFile = PathReader.ExistingFile(tls, "certificate", folder),
            KeyFile = PathReader.ExistingFile(tls, "key", folder),
            KeyPassword = tls.Secret("keyPassword"),
            ServerName = tls.Text("serverName"),
        };
        bool passwordWithoutKey = settings.KeyPassword is not null && settings.KeyFile is null;
        if (settings.CertificateFile is null != settings.KeyFile is null || passwordWithoutKey)
        {
            tls.Wrong(null, "pair-broken", ConfigurationWords.PairBroken, ConfigurationWords.WritePair);
        }

        tls.Finish();
        return settings;
    }
}
