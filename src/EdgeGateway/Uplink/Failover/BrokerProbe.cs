using EdgeGateway.Configuration;
using EdgeGateway.Uplink.Mqtt;
using EdgeGateway.Uplink.State;

namespace EdgeGateway.Uplink.Failover;

/// <summary>
/// Asks a broker whether it is well, without disturbing anything: CONNECT under the name <c>ID-probe</c> with a clean
/// start and no will, and DISCONNECT. Where the broker was deaf it must also acknowledge one small message on
/// <c>.../probe</c>, below the gateway's own prefix and read by nobody; whatever the reason code, a PUBACK is proof.
/// </summary>
public sealed class BrokerProbe(UplinkSettings settings, GatewayIdentity identity, MqttConnector connector, TimeProvider time)
{
    /// <param name="broker">Which one.</param>
    /// <param name="mustAcknowledge">It was deaf.</param>
    /// <param name="served">It took our own name before: then a refusal of the probe's name says that it is there.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<bool> IsWellAsync(BrokerSettings broker, bool mustAcknowledge, bool served, CancellationToken ct)
    {
        try
        {
            var (client, _) = await connector.ConnectAsync(Connect(broker), ct).ConfigureAwait(false);
            await using (client.ConfigureAwait(false))
            {
                bool well = !mustAcknowledge || await AcknowledgesAsync(client, ct).ConfigureAwait(false);
                await client.DisconnectAsync(ct).ConfigureAwait(false);
                return well;
            }
        }
        catch (MqttRefusedException refused)
        {
            return served && !mustAcknowledge && refused.Reason is 0x84 or 0x85 or 0x86 or 0x87 or 0x8C;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task<bool> AcknowledgesAsync(IMqttClient client, CancellationToken ct)
    {
        var message = new MqttMessage { Topic = identity.Topics.Probe, Payload = "{}"u8.ToArray() };
        try
        {
            await client.PublishAsync(message).WaitAsync(settings.ConnectTimeout, time, ct).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private MqttConnect Connect(BrokerSettings broker) => new()
    {
        Host = broker.Host,
        Port = broker.Port,
        Tls = broker.Tls,
        Version = 5,
        ClientId = $"{identity.ClientId}-probe",
        CleanStart = true,
        User = broker.User,
        Password = broker.Password,
        KeepAlive = settings.KeepAlive,
        SessionExpiry = TimeSpan.Zero,
        Timeout = settings.ConnectTimeout,
    };
}
