using EdgeGateway.Store;
using EdgeGateway.Telemetry;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Confirmation;

/// <summary>
/// Takes the names of the files that the platform has, and has the store forget them, many at a time. A name is believed
/// whoever sent the file: it is the digest of the bytes, so it speaks of no other file and of no other store. What waits
/// here under no such name costs a look.
/// </summary>
public sealed class MediaDesk(
    IMediaStore media, IMediaIndex index, Delivery delivery, FaultCounters faults, ConfirmationLimits limits, TimeProvider time, ILogger<MediaDesk> log)
{
    private const string Area = "downlink";

    /// <summary>Names that wait for the store. One that finds no room costs a repeat: its file goes again and is named again.</summary>
    private const int MostNames = 65_536;

    /// <summary>Files forgotten in one commit: their unlinking holds up the readings behind them.</summary>
    private const int Batch = 256;

    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private Task _running = Task.CompletedTask;
    private TimeSpan _wait = limits.SettleAgain;
    private long? _refusedAt;

    /// <param name="named">Each 64 lower-case hex digits.</param>
    public void Take(IReadOnlyList<string> named)
    {
        if (!delivery.Mode.MediaByPlatform || named.Count == 0)
        {
            return;
        }

        lock (_gate)
        {
            int room = MostNames - _names.Count;
            if (named.Count > room)
            {
                faults.Count(Area, "receipt-media-too-fast");
            }

            _names.UnionWith(named.Take(room));
            BeginIfItMay();
        }
    }

    /// <summary>Tries once more what the store refused, when it is time.</summary>
    public void RetryDue()
    {
        lock (_gate)
        {
            BeginIfItMay();
        }
    }

    /// <summary>Completes when everything taken so far is forgotten or refused.</summary>
    public Task DrainAsync()
    {
        lock (_gate)
        {
            return _running;
        }
    }

    private void BeginIfItMay()
    {
        bool rests = _refusedAt is { } at && time.GetElapsedTime(at) < _wait;
        if (_names.Count > 0 && _running.IsCompleted && !rests)
        {
            _running = ForgetAllAsync();
        }
    }

    private async Task ForgetAllAsync()
    {
        // Leaves the caller's lock first.
        await Task.Yield();
        while (NextBatch() is { Count: > 0 } named)
        {
            try
            {
                await ForgetAsync(named).ConfigureAwait(false);
            }
            catch (Exception error)
            {
                Refused(named, error);
                return;
            }
        }
    }

    private async Task ForgetAsync(List<string> named)
    {
        var here = named.Select(index.Find).OfType<StoredMedia>().ToList();
        if (here.Count > 0)
        {
            await media.ForgetAsync(here, CancellationToken.None).ConfigureAwait(false);
        }

        // After the commit: a PUBACK that comes behind its receipt must find the file gone or be undone here.
        delivery.Media.Confirmed(here);
        lock (_gate)
        {
            (_refusedAt, _wait) = (null, limits.SettleAgain);
        }
    }

    private void Refused(List<string> named, Exception error)
    {
        lock (_gate)
        {
            _names.UnionWith(named);
            _wait = _refusedAt is null ? limits.SettleAgain : _wait * 2 < s_longest ? _wait * 2 : s_longest;
            _refusedAt = time.GetTimestamp();
            _running = Task.CompletedTask;
            MediaConfirmationLog.ForgetFailed(log, named.Count, _wait, error);
        }
    }

    private List<string> NextBatch()
    {
        lock (_gate)
        {
            List<string> next = [.. _names.Take(Batch)];
            _names.ExceptWith(next);
            if (next.Count == 0)
            {
                _running = Task.CompletedTask;
            }

            return next;
        }
    }
}
