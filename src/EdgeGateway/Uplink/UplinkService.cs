using EdgeGateway.Configuration;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;
using EdgeGateway.Uplink.State;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink;

/// <summary>Keeps one connection to one of the brokers, for ever: connect, announce, forward, and when it ends stay away and try the next.</summary>
public sealed class UplinkService(
    UplinkSettings settings,
    GatewayIdentity identity,
    MqttConnector connector,
    Forwarder forwarder,
    StateMessages messages,
    StatePublisher publisher,
    LinkCompanions companions,
    ConnectionCounter counter,
    BrokerPatience patience,
    TimeProvider time,
    Random random,
    ILogger<UplinkService> log)
{
    private static readonly TimeSpan s_goodbye = TimeSpan.FromSeconds(3);

    private int _broker;

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(random.NextDouble() * settings.StartDelay, time, stop).ConfigureAwait(false);
            while (!stop.IsCancellationRequested)
            {
                await OneConnectionAsync(stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The gateway stops.
        }
    }

    private async Task OneConnectionAsync(CancellationToken stop)
    {
        var broker = settings.Brokers[_broker];
        long connection = await counter.NextAsync(stop).ConfigureAwait(false);
        string why;
        byte? reason = null;
        try
        {
            var (client, agreed) = await connector.ConnectAsync(Connect(broker, connection, stop), stop).ConfigureAwait(false);
            await using (client.ConfigureAwait(false))
            {
                UplinkLog.Connected(log, NameOf(broker), agreed.Version == 5 ? "5.0" : "3.1.1", agreed.Window);
                await patience.AfterSuccessAsync(stop).ConfigureAwait(false);
                var link = new Link(client, agreed, new SendWindow(agreed.Window));
                why = await UseAsync(link, connection, stop).ConfigureAwait(false);
                reason = client.Ended.IsCompletedSuccessfully ? (await client.Ended.ConfigureAwait(false)).Reason : null;
            }
        }
        catch (MqttRefusedException refused)
        {
            (why, reason) = (refused.Message, refused.Reason);
        }
        catch (IOException error)
        {
            why = error.Message;
        }

        await StayAwayAsync(broker, why, reason, stop).ConfigureAwait(false);
    }

    private async Task<string> UseAsync(Link link, long connection, CancellationToken stop)
    {
        using var life = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await companions.BeginAsync(link, stop).ConfigureAwait(false);
        var announcing = Task.WhenAll(AnnounceAsync(link, connection, life.Token), companions.RunAsync(link, life.Token));
        string why = await forwarder.RunAsync(link, stop).ConfigureAwait(false);
        await life.CancelAsync().ConfigureAwait(false);
        await announcing.ConfigureAwait(false);
        if (stop.IsCancellationRequested)
        {
            await SayGoodbyeAsync(link, connection).ConfigureAwait(false);
        }

        return why;
    }

    private async Task AnnounceAsync(Link link, long connection, CancellationToken ct)
    {
        try
        {
            await publisher.RunAsync(link, connection, ct).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or MqttTooLargeException)
        {
            // The link ended: the next one announces everything again.
        }
        catch (Exception error)
        {
            UplinkLog.AnnounceFailed(log, error);
            link.WantReset();
        }
    }

    private async Task SayGoodbyeAsync(Link link, long connection)
    {
        using var limit = new CancellationTokenSource(s_goodbye, time);
        try
        {
            await publisher.SayStoppedAsync(link, connection, limit.Token).ConfigureAwait(false);
            await link.Client.DisconnectAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // The will speaks for us instead.
        }
    }

    private async Task StayAwayAsync(BrokerSettings broker, string why, byte? reason, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        _broker = (_broker + 1) % settings.Brokers.Count;
        var wait = await patience.AfterFailureAsync(reason, stop).ConfigureAwait(false);
        UplinkLog.Lost(log, NameOf(broker), why, wait);
        await Task.Delay(wait, time, stop).ConfigureAwait(false);
    }

    private MqttConnect Connect(BrokerSettings broker, long connection, CancellationToken stop) => new()
    {
        Host = broker.Host,
        Port = broker.Port,
        Tls = broker.Tls,
        Version = 5,
        ClientId = identity.ClientId,
        User = broker.User,
        Password = broker.Password,
        Will = messages.Will(connection),
        KeepAlive = settings.KeepAlive,
        SessionExpiry = settings.SessionExpiry,
        Timeout = settings.ConnectTimeout,
        Window = settings.Window,
        OnMessage = message => companions.TakeAsync(message, stop),
    };

    private static string NameOf(BrokerSettings broker) => $"{broker.Host}:{broker.Port}";
}
