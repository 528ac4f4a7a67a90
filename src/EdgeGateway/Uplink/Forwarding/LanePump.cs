using EdgeGateway.Store;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>
/// Sends the readings of one lane in order, oldest first, one by one over one connection, and leaves what lies in the
/// backfill region to the other stream. It remembers nothing that store and progress do not know: whatever was not taken
/// is sent again over the next connection, under the same id.
/// </summary>
public sealed class LanePump(LaneWork work)
{
    private readonly ReadingSender _sender = new(work);
    private readonly BacklogSplit _split = new(work);
    private readonly LinkBreaks _breaks = new(work.Limits);
    private long _cursor;
    private int _rewinds;

    public TimeSpan Stalled() => _sender.Stalled();

    /// <summary>Completes when everything sent is answered.</summary>
    public Task QuietAsync() => _sender.QuietAsync();

    public async Task RunAsync(Link link, CancellationToken ct)
    {
        work.Region.Clear();
        _rewinds = work.Progress.Rewinds;
        _cursor = work.Progress.Floor;
        _sender.Begin();
        _split.Begin();
        _breaks.Begin();
        while (!ct.IsCancellationRequested)
        {
            await StartAgainIfDueAsync(ct).ConfigureAwait(false);
            await SplitIfBehindAsync(ct).ConfigureAwait(false);
            _cursor = work.Progress.BehindTaken(_cursor);
            var page = work.Store.Read(work.Lane, _cursor, work.Limits.Page);
            if (page.Count == 0)
            {
                await WaitForMoreAsync(ct).ConfigureAwait(false);
            }

            await SendPageAsync(page, link, ct).ConfigureAwait(false);
        }
    }

    private async Task SendPageAsync(IReadOnlyList<StoredReading> page, Link link, CancellationToken ct)
    {
        foreach (var reading in page)
        {
            if (_sender.PauseWanted || _rewinds != work.Progress.Rewinds || LeaveToBackfill(reading.Position))
            {
                return;
            }

            string topic = work.Messages.TopicOf(reading);
            if (!_sender.Holds.IsHeld(topic) && !work.Progress.Pass(_cursor, reading.Position))
            {
                await link.Window.TakeAsync(work.Lane, ct).ConfigureAwait(false);
                await StartAsync(reading, topic, link, ct).ConfigureAwait(false);
            }

            _cursor = reading.Position;
        }
    }

    private async ValueTask StartAsync(StoredReading reading, string topic, Link link, CancellationToken ct)
    {
        var place = new LanePlace(reading, _cursor, _rewinds);
        if (_breaks.IsPoison(reading.Position))
        {
            _sender.Park(place, LinkBreaks.Why);
            link.Window.Return();
            return;
        }

        bool careful = _breaks.Careful;
        if (careful)
        {
            await ProvedAsync(link, ct).ConfigureAwait(false);
        }

        var sent = SendAsync(place, topic, link);
        if (careful && !await sent.WaitAsync(ct).ConfigureAwait(false))
        {
            // The link is over: what follows must not be blamed for it.
            await Task.Delay(Timeout.InfiniteTimeSpan, work.Time, ct).ConfigureAwait(false);
        }
    }

    /// <summary>What ends this link must have the link to itself, and the link must have proved that it takes others.</summary>
    private async Task ProvedAsync(Link link, CancellationToken ct)
    {
        await Task.WhenAny(link.FirstTaken, Task.Delay(work.Limits.AckTimeout, work.Time, ct)).ConfigureAwait(false);
        if (ct.IsCancellationRequested)
        {
            link.Window.Return();
            ct.ThrowIfCancellationRequested();
        }
    }

    private async Task<bool> SendAsync(LanePlace place, string topic, Link link)
    {
        bool answered = await _sender.SendAsync(place, topic, link).ConfigureAwait(false);
        link.Window.Return();
        if (answered)
        {
            _breaks.Answered();
        }
        else
        {
            // A link that we ended ourselves says nothing about the reading.
            _breaks.Broke(place.Position, link.FirstTaken.IsCompleted && !link.IsDeaf && !link.ResetWanted.IsCancellationRequested);
        }

        return answered;
    }

    /// <returns>True when this one and what follows up to the end of the region belong to the other stream.</returns>
    private bool LeaveToBackfill(long position)
    {
        if (work.Region.Span is not { } span || position <= span.From || position > span.UpTo)
        {
            return false;
        }

        if (span.From > _cursor)
        {
            // Nothing of the lane lies between: the two parts join.
            work.Progress.Join(_cursor, span.From, _rewinds);
        }

        _cursor = span.UpTo;
        return true;
    }

    /// <summary>When the lane lags, what waits becomes the region and the lane goes on with what comes from now on.</summary>
    private async Task SplitIfBehindAsync(CancellationToken ct)
    {
        // What lies in the region already does not make the lane lag: what is live stays live.
        long place = work.Region.Span is { } span ? Math.Max(_cursor, span.UpTo) : _cursor;
        if (_split.HeadIfBehind(place) is { } head)
        {
            // What is under way would otherwise travel a second time in a batch.
            await _sender.QuietAsync().WaitAsync(ct).ConfigureAwait(false);
            UplinkLog.Backfill(work.Log, work.Lane, head - _cursor);
            work.Region.Extend(_cursor, head);
            _cursor = head;
        }
    }

    /// <summary>After a pause, when a held topic is due, or when something is to be sent again: everything in flight comes home first, so that no order is broken.</summary>
    private async Task StartAgainIfDueAsync(CancellationToken ct)
    {
        await _sender.RestAsync(ct).ConfigureAwait(false);
        if (_sender.PauseWanted | _sender.Holds.ReleaseDue() | _rewinds != work.Progress.Rewinds)
        {
            await _sender.QuietAsync().WaitAsync(ct).ConfigureAwait(false);
            _sender.GoOn();
            _rewinds = work.Progress.Rewinds;
            _cursor = work.Progress.Floor;
        }
    }

    private Task WaitForMoreAsync(CancellationToken ct) => _sender.Holds.Any || _sender.PauseWanted
        ? Task.Delay(TimeSpan.FromSeconds(1), work.Time, ct)
        : NextLook.WaitAsync(work.Store, work.Lane, _cursor, work.Time, ct);
}
