using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Uplink.Mqtt;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Site;

/// <summary>
/// Brokers of the site over the same client as the platform's. The session outlives the link, so that messages with QoS 1 wait at the
/// broker while the gateway is away for a moment, and so that one which was not acknowledged comes again: a broker repeats it only to a
/// session that comes back. After other filters were configured such a session still brings what the old ones asked for.
/// </summary>
public sealed class SiteBrokers(MqttConnector connector, ILogger<SiteBrokers> log) : ISiteBrokers
{
    /// <summary>
    /// How long the broker keeps the session of a gateway that is away. Longer absences would only bring what is no news any more. MQTT 3.1.1 cannot say it:
    /// there the broker's own limit counts.
    /// </summary>
    public static readonly TimeSpan SessionExpiry = TimeSpan.FromHours(1);

    private readonly Stumbles _stumbles = new();

    /// <inheritdoc/>
    public async Task<ISiteBroker> ConnectAsync(
        SiteBrokerOptions options, IReadOnlyList<string> filters, Func<SiteMessage, ValueTask> onMessage, CancellationToken ct)
    {
        string place = $"{options.Host}:{options.Port}";
        if (filters.FirstOrDefault(filter => !MqttTopic.IsFilter(filter)) is { } wrong)
        {
            throw new DeviceFaultException(FaultKind.Misconfigured, $"'{wrong}' is no topic filter.");
        }

        var inbox = new SiteInbox(place, onMessage, _stumbles, log);
        var (client, connection) = await GreetAsync(options, place, inbox, ct).ConfigureAwait(false);
        SiteBrokerLog.Connected(log, place, options.ClientId, connection.Version == MqttVersion.V5 ? "5" : "3.1.1", connection.SessionPresent);
        var broker = new SiteBroker(client, inbox);
        try
        {
            await WantAsync(broker, place, filters, ct).ConfigureAwait(false);
            inbox.Open(client);
            return broker;
        }
        catch
        {
            await broker.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<(IMqttClient Client, MqttConnection Connection)> GreetAsync(SiteBrokerOptions options, string place, SiteInbox inbox, CancellationToken ct)
    {
        var connect = new MqttConnect
        {
            Host = options.Host,
            Port = options.Port,
            Tls = options.Tls,
            Version = MqttVersion.V5,
            ClientId = options.ClientId,
            User = options.User,
            Password = options.Password,
            KeepAlive = options.KeepAlive,
            SessionExpiry = SessionExpiry,
            // mosquitto 2.0.11 was seen to bring the backlog of a kept session without regard to a smaller one: a link that ends over that never gets past it.
            ReceiveMaximum = ushort.MaxValue,
            Timeout = options.ConnectTimeout,
            OnMessage = inbox.TakeAsync,
        };
        try
        {
            return await connector.ConnectAsync(connect, ct).ConfigureAwait(false);
        }
        catch (MqttRefusedException e)
        {
            throw new DeviceFaultException(KindOf(e.Reason), $"Broker {place}: {e.Message}; check user, password and what the broker allows this client.", inner: e);
        }
        catch (IOException e)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, $"Broker {place}: {e.Message}", inner: e);
        }
    }

    private static async Task WantAsync(SiteBroker broker, string place, IReadOnlyList<string> filters, CancellationToken ct)
    {
        IReadOnlyList<string> refused;
        try
        {
            refused = await broker.AskAsync(filters, ct).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, $"Broker {place}: {e.Message}", inner: e);
        }

        if (refused.Count > 0)
        {
            throw new DeviceFaultException(FaultKind.Refused, $"Broker {place} does not let us read {string.Join(" and ", refused)}; allow this user to subscribe there.");
        }
    }

    private static FaultKind KindOf(byte reason) => reason switch
    {
        MqttReason.BadUserNameOrPassword or MqttReason.NotAuthorized or MqttReason.Banned or MqttReason.BadAuthenticationMethod or MqttReason.ClientIdentifierNotValid =>
            FaultKind.Refused,
        MqttReason.UnsupportedProtocolVersion or MqttReason.QoSNotSupported => FaultKind.Unsupported,
        _ => FaultKind.Unreachable,
    };
}
