using EdgeGateway.Configuration;
using EdgeGateway.Uplink.Failover;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;
using EdgeGateway.Uplink.State;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink;

/// <summary>Keeps one connection to one of the brokers, for ever: connect, announce, forward, and when it ends go to the next.</summary>
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
    BrokerChoice choice,
    ReturnWatch returns,
    FailoverLimits limits,
    UplinkMeter meter,
    TimeProvider time,
    Random random,
    ILogger<UplinkService> log)
{
    private static readonly TimeSpan s_goodbye = TimeSpan.FromSeconds(3);

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(random.NextDouble() * settings.StartDelay, time, stop).ConfigureAwait(false);
            while (!stop.IsCancellationRequested)
            {
                if (choice.Next() is { } broker)
                {
                    await OneConnectionAsync(broker, stop).ConfigureAwait(false);
                }
                else
                {
                    await StayAwayAsync(stop).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The gateway stops.
        }
    }

    private async Task OneConnectionAsync(int index, CancellationToken stop)
    {
        var broker = settings.Brokers[index];
        long connection = await counter.NextAsync(stop).ConfigureAwait(false);
        LinkOutcome? outcome;
        try
        {
            var (client, agreed) = await connector.ConnectAsync(Connect(broker, connection, stop), stop).ConfigureAwait(false);
            await using (client.ConfigureAwait(false))
            {
                UplinkLog.Connected(log, NameOf(broker), agreed.Version == 5 ? "5.0" : "3.1.1", agreed.Window);
                meter.ConnectionChanged("connected");
                choice.Connected(index);
                outcome = await UseAsync(index, new Link(client, agreed, new SendWindow(agreed.Window, settings.Backfill.Weight), meter) { Broker = NameOf(broker) }, connection, stop).ConfigureAwait(false);
            }
        }
        catch (MqttRefusedException refused)
        {
            outcome = new LinkOutcome(refused.Message, refused.Reason, refused.Reference);
        }
        catch (IOException error)
        {
            outcome = new LinkOutcome(error.Message);
        }

        if (outcome is not null)
        {
            Note(index, outcome);
        }
    }

    /// <returns>Why the connection ended; null when we left it ourselves.</returns>
    private async Task<LinkOutcome?> UseAsync(int index, Link link, long connection, CancellationToken stop)
    {
        long begun = time.GetTimestamp();
        using var life = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await companions.BeginAsync(link, stop).ConfigureAwait(false);
        var beside = Task.WhenAll(AnnounceAsync(link, connection, life.Token), companions.RunAsync(link, life.Token), SettleInAsync(life.Token));
        var leaving = LeaveForBetterAsync(index, leave, life.Token);
        string why = await forwarder.RunAsync(link, leave.Token).ConfigureAwait(false);
        bool orderly = leave.IsCancellationRequested;
        await life.CancelAsync().ConfigureAwait(false);
        await beside.ConfigureAwait(false);
        int? better = await leaving.ConfigureAwait(false);
        if (orderly && !link.Client.Ended.IsCompleted)
        {
            await SayGoodbyeAsync(link, connection).ConfigureAwait(false);
        }

        if (better is { } next && orderly)
        {
            meter.ConnectionChanged("returned");
            UplinkLog.Returns(log, NameOf(settings.Brokers[index]), NameOf(settings.Brokers[next]));
            choice.LeftFor(next);
            return null;
        }

        var end = link.Client.Ended.IsCompleted ? await link.Client.Ended.ConfigureAwait(false) : null;
        return new LinkOutcome(why, end?.Reason, end?.Reference, time.GetElapsedTime(begun), link.IsDeaf);
    }

    /// <summary>Only a connection that lasts is a success: one that is cut at once must not reset the back-off.</summary>
    private async Task SettleInAsync(CancellationToken life)
    {
        try
        {
            await Task.Delay(limits.Steady, time, life).ConfigureAwait(false);
            await patience.AfterSuccessAsync(life).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // It did not last.
        }
    }

    /// <returns>The earlier broker that is well again; null when the link ended first.</returns>
    private async Task<int?> LeaveForBetterAsync(int present, CancellationTokenSource leave, CancellationToken life)
    {
        try
        {
            int better = await returns.BetterAsync(present, life).ConfigureAwait(false);
            await leave.CancelAsync().ConfigureAwait(false);
            return better;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception error)
        {
            // Without a return the present broker still serves.
            UplinkLog.ProbeFailed(log, error);
            return null;
        }
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

    private void Note(int index, LinkOutcome outcome)
    {
        meter.ConnectionChanged(outcome.Lived > TimeSpan.Zero ? "lost" : "refused");
        UplinkLog.Lost(log, NameOf(settings.Brokers[index]), outcome.Why);
        if (choice.Ended(index, outcome))
        {
            UplinkLog.TakenOver(log, NameOf(settings.Brokers[index]), identity.ClientId);
        }
    }

    private async Task StayAwayAsync(CancellationToken stop)
    {
        var closed = choice.Closed();
        var wait = await patience.AfterRoundAsync(stop).ConfigureAwait(false);
        wait = closed > wait ? closed : wait;
        UplinkLog.StaysAway(log, wait);
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
