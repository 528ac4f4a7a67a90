using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Transport.Brokers;

/// <summary>Reads <see cref="BrokerAddress"/>, the same names for the platform's brokers and for those of the site.</summary>
public static class BrokerAddressReader
{
    private const int PlainPort = 1883;
    private const int TlsPort = 8883;

    /// <summary>Asks for <c>host</c> (required), <c>port</c> (default 1883, with TLS 8883), <c>tls</c>, <c>user</c> and <c>password</c>.</summary>
    public static BrokerAddress Read(SettingsReader broker)
    {
        var tls = broker.Section("tls") is { } section ? TlsSettingsReader.Read(section) : null;
        var address = new BrokerAddress(
            Host(broker), broker.Whole("port", tls is null ? PlainPort : TlsPort, 1, 65_535), tls, broker.Text("user"), broker.Secret("password"));
        if (address.Password is not null && string.IsNullOrEmpty(address.User))
        {
            broker.Wrong("password", "password-alone", BrokerWords.PasswordAlone, BrokerWords.WriteUser);
        }

        return address;
    }

    private static string Host(SettingsReader broker)
    {
        string host = broker.RequiredText("host", BrokerWords.WriteAHost);
        if (host.Length > 0 && Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            broker.Wrong("host", "not-a-host", BrokerWords.NotAHost, BrokerWords.WriteAHost);
        }

        return host;
    }
}
