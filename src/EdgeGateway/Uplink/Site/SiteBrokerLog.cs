using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Site;

/// <summary>Log events of brokers of the site, 4055 to 4069.</summary>
internal static partial class SiteBrokerLog
{
    [LoggerMessage(4055, LogLevel.Information, "site broker {Broker}: connected as {ClientId}, MQTT {Version}, session kept: {SessionPresent}")]
    public static partial void Connected(ILogger log, string broker, string clientId, string version, bool sessionPresent);

    [LoggerMessage(4056, LogLevel.Warning, "site broker {Broker}: a message of {Bytes} bytes on {Topic} is larger than any device sends and is dropped; further ones of this connection are not named")]
    public static partial void TooLarge(ILogger log, string broker, int bytes, string topic);

    [LoggerMessage(4057, LogLevel.Error, "site broker {Broker}: the driver stumbled again over the message of {Bytes} bytes on {Topic} with SHA-256 {Digest}; it is acknowledged and lost")]
    public static partial void LetGo(ILogger log, string broker, string topic, int bytes, string digest, Exception error);
}
