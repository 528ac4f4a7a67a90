using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Transport.Brokers;

/// <summary>Reads <see cref="SiteBrokerOptions"/> from the section <c>broker</c> of a device, the same names for every driver that speaks MQTT.</summary>
public static class SiteBrokerReader
{
    /// <summary>Most characters of a client id.</summary>
    public const int LongestClientId = 96;

    private const int LongestDevice = 64;

    private static readonly TimeSpan s_leastKeepAlive = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_mostKeepAlive = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_leastPatience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_mostPatience = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Asks for <c>broker</c> (required) and in it for what <see cref="BrokerAddressReader"/> asks for, <c>clientId</c> (default <c>edgegateway-</c> and the
    /// device's id), <c>keepAlive</c> (5 s to 1 h, default 30 s) and <c>connectTimeout</c> (1 s to 1 min, default 15 s).
    /// </summary>
    /// <param name="device">The device's entry.</param>
    public static SiteBrokerOptions Read(SettingsReader device)
    {
        var broker = device.RequiredSection("broker", BrokerWords.BrokerNeeded);
        var address = BrokerAddressReader.Read(broker);
        var standard = new SiteBrokerOptions { Host = address.Host, ClientId = ClientIdOf(device.Text("id")) };
        var options = standard with
        {
            Port = address.Port,
            Tls = address.Tls,
            User = address.User,
            Password = address.Password,
            ClientId = ReadClientId(broker) ?? standard.ClientId,
            KeepAlive = broker.Duration("keepAlive", standard.KeepAlive, s_leastKeepAlive, s_mostKeepAlive),
            ConnectTimeout = broker.Duration("connectTimeout", standard.ConnectTimeout, s_leastPatience, s_mostPatience),
        };
        broker.Finish();
        return options;
    }

    private static string? ReadClientId(SettingsReader broker)
    {
        string? id = broker.Text("clientId");
        if (id is not null && !IsClientId(id))
        {
            broker.Wrong("clientId", "not-a-client-id", BrokerWords.NotAClientId, BrokerWords.WriteAClientId);
        }

        return id;
    }

    private static bool IsClientId(string id) => id.Length is > 0 and <= LongestClientId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or ':' or '-');

    /// <summary>A device without a good id has a finding of its own; here it must only not grow without bound.</summary>
    private static string ClientIdOf(string? device) => $"edgegateway-{(device?.Length > LongestDevice ? device[..LongestDevice] : device)}";
}
