using System.Text;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Sim.Mqtt;

namespace EdgeGateway.Sim.Storm;

/// <summary>One session that behaves as a gateway's does: a will, its two subscriptions, and full jitter between attempts.</summary>
internal sealed class StormSession(StormOptions options, string id, Random random, StormTally tally, Func<TimeSpan> now)
{
    private readonly Topics _topics = new(options.Root, "storm", id);
    private int _connection;
    private int _failures;

    /// <summary>Comes back until cancelled, or until the broker refuses for good.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            await Task.Delay(random.NextDouble() * options.Least, ct).ConfigureAwait(false);
            while (await TryAsync(ct).ConfigureAwait(false))
            {
                await Task.Delay(StormBackoff.Wait(random.NextDouble(), options.Least, options.Most, ++_failures), ct).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the run.
        }
    }

    /// <returns>False when it is of no use to try again.</returns>
    private async Task<bool> TryAsync(CancellationToken ct)
    {
        tally.Attempt(now());
        var client = new SimMqttClient(Options(++_connection), _ => ValueTask.CompletedTask);
        await using (client.ConfigureAwait(false))
        {
            try
            {
                await ConnectAsync(client, ct).ConfigureAwait(false);
            }
            catch (SimMqttRefusedException e) when (IsForGood(e.Reason))
            {
                tally.GaveUp(now());
                return false;
            }
            catch (Exception e) when (e is IOException or TimeoutException or SimMqttRefusedException or MqttFaultException)
            {
                tally.Failed();
                return true;
            }

            await StayAsync(client, ct).ConfigureAwait(false);
            return true;
        }
    }

    private async Task ConnectAsync(SimMqttClient client, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Patience);
        try
        {
            await client.ConnectAsync(limit.Token).ConfigureAwait(false);
            await client.SubscribeAsync([_topics.Down, _topics.PlatformPresence], 1, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    private async Task StayAsync(SimMqttClient client, CancellationToken ct)
    {
        TimeSpan since = now();
        tally.Connected(since);
        try
        {
            await client.Ended.WaitAsync(ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await client.DisconnectAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        tally.Fell();
        _failures = now() - since >= options.Steady ? 0 : _failures;
    }

    /// <summary>Name, password or right: to come again with the same ones changes nothing.</summary>
    private bool IsForGood(byte reason) => options.Broker.Version == 5 ? reason is 0x85 or 0x86 or 0x87 or 0x8A or 0x8C : reason is 2 or 4 or 5;

    private SimMqttOptions Options(int connection) => options.Broker with
    {
        ClientId = id,
        Will = new SimMqttMessage
        {
            Topic = _topics.State,
            Payload = Encoding.UTF8.GetBytes(FormattableString.Invariant($"{{\"online\":false,\"word\":\"lost\",\"connection\":{connection}}}")),
            Retain = true,
        },
    };
}
