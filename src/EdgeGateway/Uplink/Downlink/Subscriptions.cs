using EdgeGateway.Protocol.Contract;
using EdgeGateway.Telemetry;
using EdgeGateway.Uplink.Forwarding;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Downlink;

/// <summary>
/// Subscribes to what may come down, on every new link, whether or not the broker says that it still knows us: a session
/// that is said to be present may be one without these filters. A refusal never stops the delivery of readings.
/// </summary>
public sealed class Subscriptions(Topics topics, FaultCounters faults, TimeProvider time, ILogger<Subscriptions> log)
{
    private const string Area = "downlink";

    private const byte FirstRefusal = 0x80;

    /// <summary>Links that may end instead of an answer: some brokers answer a forbidden filter like that.</summary>
    private const int MostEnded = 2;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(15);

    private int _ended;

    /// <summary>Completes when the broker has answered, or will not.</summary>
    public async Task BeginAsync(Link link, CancellationToken ct)
    {
        if (_ended >= MostEnded)
        {
            DownlinkLog.Without(log, _ended);
            faults.Count(Area, "link-without-subscription");
            _ended = 0;
            return;
        }

        // One by one: a broker that refuses one in the other's packet cannot be misread.
        bool lives = await SubscribeAsync(link, topics.Down, ct).ConfigureAwait(false)
            && await SubscribeAsync(link, topics.PlatformPresence, ct).ConfigureAwait(false);
        _ended = lives ? 0 : _ended + 1;
    }

    /// <returns>False when the link ended instead of an answer.</returns>
    private async Task<bool> SubscribeAsync(Link link, string filter, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(s_patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            byte reason = (await link.Client.SubscribeAsync([filter], both.Token).ConfigureAwait(false))[0];
            if (reason >= FirstRefusal)
            {
                DownlinkLog.Refused(log, filter, reason);
                faults.Count(Area, "subscription-refused");
            }

            return true;
        }
        catch (Exception error) when (error is IOException || (error is OperationCanceledException && !ct.IsCancellationRequested))
        {
            DownlinkLog.NotAnswered(log, filter, error.Message);
            faults.Count(Area, "subscription-unanswered");
            return error is OperationCanceledException;
        }
    }
}
