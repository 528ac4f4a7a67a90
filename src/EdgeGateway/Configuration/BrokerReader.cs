using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport.Brokers;

namespace EdgeGateway.Configuration;

/// <summary>Reads one entry of <c>uplink.brokers</c>.</summary>
internal static class BrokerReader
{
    public static BrokerSettings Read(SettingsReader broker)
    {
        var address = BrokerAddressReader.Read(broker);
        broker.Finish();
        return new BrokerSettings { Host = address.Host, Port = address.Port, Tls = address.Tls, User = address.User, Password = address.Password };
    }
}
