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

    private static readonly TimeSpan s_lastAnswers = TimeSpan.FromSeconds(5);

    private readonly Replay _replay;
    private readonly IReadOnlyList<LanePump> _lanes;
    private readonly IReadOnlyList<BackfillPump> _backfills;
    private readonly MediaPump _media;
    private readonly Settler _settler;
    /// <summary>64 kbit/s: what a line must give at the least.</summary>
    private const double SlowestBytesPerSecond = 8 * 1024;

    private readonly ForwarderLimits _limits;
    private readonly TimeProvider _time;
    private readonly ILogger _log;

    public Forwarder(
        IReadingStore store, IPackedReader packed, IParkedReadings parked, IMediaStore media, Delivery delivery, Topics topics, Audience audience, BackfillPace pace, UplinkMeter meter,
        ForwarderLimits limits, TimeProvider time, ILogger<Forwarder> log)
    {
        (_limits, _time, _log) = (limits, time, log);
        _settler = delivery.Settler;
        var messages = new ReadingMessages(topics);
        var work = s_readingLanes.Select(lane => new LaneWork
        {
            Lane = lane, Store = store, Packed = packed, Progress = delivery.Lanes[(int)lane], Region = new BackfillRegion(time), Messages = messages,
            Settler = _settler, Audience = audience, Limits = limits, Meter = meter, Time = time, Log = log,
        }).ToList();
        _replay = new Replay(parked, delivery, log);
        _lanes = [.. work.Select(static lane => new LanePump(lane))];
        _backfills = [.. work.Select(lane => new BackfillPump(lane, pace))];
        _media = new MediaPump(media, store, delivery, topics, audience, limits, time, log);
    }

    /// <summary>Parked readings go again, in their places, whether there is a link now or not.</summary>
    /// <returns>How many.</returns>
    public Task<int> ReplayAsync(ParkedFilter filter, CancellationToken ct) => _replay.RunAsync(filter, ct);

    /// <returns>Why it ended, for the log.</returns>
    public async Task<string> RunAsync(Link link, CancellationToken stop)
    {
        // What the last connection delivered must be forgotten before the store is read again.
        await _settler.DrainAsync().ConfigureAwait(false);
        using var all = CancellationTokenSource.CreateLinkedTokenSource(stop, link.ResetWanted);
        var pumps = _lanes
            .Select((pump, lane) => GuardAsync(pump.RunAsync(link, all.Token), s_readingLanes[lane], link))
            .Concat(_backfills.Select((pump, lane) => GuardAsync(pump.RunAsync(link, all.Token), s_readingLanes[lane], link)))
            .Append(GuardAsync(_media.RunAsync(link, all.Token), Lane.Media, link))
            .ToList();
        string why = await WatchAsync(link, all.Token).ConfigureAwait(false);
        await all.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(pumps).ConfigureAwait(false);
        await LastAnswersAsync(link).ConfigureAwait(false);
        await _settler.DrainAsync().ConfigureAwait(false);
        return why;
    }

    /// <summary>A part of a file may take its time on a thin line; it does not make the broker deaf.</summary>
    private TimeSpan SlowLine() => TimeSpan.FromSeconds(_media.BytesInFlight / SlowestBytesPerSecond);

    private async Task<string> WatchAsync(Link link, CancellationToken ct)
    {
        while (!link.Client.Ended.IsCompleted && !ct.IsCancellationRequested)
        {
            var second = Task.Delay(TimeSpan.FromSeconds(1), _time, ct);
            await Task.WhenAny(link.Client.Ended, second).ConfigureAwait(false);
            if (_lanes.Select(static lane => lane.Stalled()).Concat(_backfills.Select(static lane => lane.Stalled())).Append(_media.Stalled()).Max() > _limits.AckTimeout + SlowLine())
            {
                link.IsDeaf = true;
                return $"the broker accepts and does not acknowledge for {_limits.AckTimeout.TotalSeconds:0} s";
            }
        }

        return link.Client.Ended.IsCompleted ? (await link.Client.Ended.ConfigureAwait(false)).Why : "a new link was wanted";
    }

    /// <summary>What is under way when we leave in order would be sent twice if its answers were not awaited.</summary>
    private async Task LastAnswersAsync(Link link)
    {
        if (!link.Client.Ended.IsCompleted && !link.IsDeaf && !link.ResetWanted.IsCancellationRequested)
        {
            var quiet = Task.WhenAll(_lanes.Select(static lane => lane.QuietAsync()).Concat(_backfills.Select(static lane => lane.QuietAsync())));
            await Task.WhenAny(quiet, link.Client.Ended, Task.Delay(s_lastAnswers, _time)).ConfigureAwait(false);
        }
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
