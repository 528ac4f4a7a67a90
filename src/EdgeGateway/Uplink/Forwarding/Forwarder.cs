using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Uplink.Confirmation;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>All lanes over one connection, until the link ends, stalls, or the gateway stops.</summary>
public sealed class Forwarder
{
    private static readonly Lane[] s_readingLanes = [Lane.Alarm, Lane.Event, Lane.Telemetry];

    private readonly IReadOnlyList<LanePump> _lanes;
    private readonly MediaPump _media;
    private readonly Settler _settler;
    private readonly ForwarderLimits _limits;
    private readonly TimeProvider _time;
    private readonly ILogger _log;

    public Forwarder(IReadingStore store, IMediaStore media, Delivery delivery, Topics topics, Audience audience, ForwarderLimits limits, TimeProvider time, ILogger<Forwarder> log)
    {
        (_limits, _time, _log) = (limits, time, log);
        _settler = delivery.Settler;
        var messages = new ReadingMessages(topics);
        _lanes = [.. s_readingLanes.Select(lane => new LanePump(lane, store, delivery.Lanes[(int)lane], messages, _settler, audience, limits, time, log))];
        _media = new MediaPump(media, store, topics, audience, limits, time, log);
    }

    /// <returns>Why it ended, for the log.</returns>
    public async Task<string> RunAsync(Link link, CancellationToken stop)
    {
        // What the last connection delivered must be forgotten before the store is read again.
        await _settler.DrainAsync().ConfigureAwait(false);
        using var all = CancellationTokenSource.CreateLinkedTokenSource(stop, link.ResetWanted);
        var pumps = _lanes
            .Select((pump, lane) => GuardAsync(pump.RunAsync(link, all.Token), s_readingLanes[lane], link))
            .Append(GuardAsync(_media.RunAsync(link, all.Token), Lane.Media, link))
            .ToList();
        string why = await WatchAsync(link, all.Token).ConfigureAwait(false);
        await all.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(pumps).ConfigureAwait(false);
        await _settler.DrainAsync().ConfigureAwait(false);
        return why;
    }

    private async Task<string> WatchAsync(Link link, CancellationToken ct)
    {
        while (!link.Client.Ended.IsCompleted && !ct.IsCancellationRequested)
        {
            var second = Task.Delay(TimeSpan.FromSeconds(1), _time, ct);
            await Task.WhenAny(link.Client.Ended, second).ConfigureAwait(false);
            if (_lanes.Select(lane => lane.Stalled()).Append(_media.Stalled()).Max() > _limits.AckTimeout)
            {
                return $"the broker accepts and does not acknowledge for {_limits.AckTimeout.TotalSeconds:0} s";
            }
        }

        return link.Client.Ended.IsCompleted ? (await link.Client.Ended.ConfigureAwait(false)).Why : "a new link was wanted";
    }

    private async Task GuardAsync(Task pump, Lane lane, Link link)
    {
        try
        {
            await pump.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The link ended or the gateway stops.
        }
        catch (Exception error)
        {
            UplinkLog.PumpFailed(_log, lane, error);
            link.WantReset();
        }
    }
}
