using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>
/// Sends the backfill region of one lane in order, many readings a message, inside the share and the pace that backfill
/// is given, while the lane's own pump sends what is newer (docs/decisions/0007-two-streams.md).
/// </summary>
public sealed class BackfillPump(LaneWork work, BackfillPace pace)
{
    private readonly Outstanding _outstanding = new(work.Time);
    private readonly BatchSource _source = new(work);
    private readonly BatchLimit _limit = new();
    private readonly BatchReactions _reactions = new(work);
    private readonly ReadingSender _single = new(work);
    private long _cursor;
    private int _rewinds;

    public TimeSpan Stalled() => TimeSpan.FromTicks(Math.Max(_outstanding.Stalled().Ticks, _single.Stalled().Ticks));

    /// <summary>Completes when everything sent is answered.</summary>
    public Task QuietAsync() => Task.WhenAll(_outstanding.QuietAsync(), _single.QuietAsync());

    public async Task RunAsync(Link link, CancellationToken ct)
    {
        (_cursor, _rewinds) = (0, work.Progress.Rewinds);
        _limit.Begin(_reactions.Begin());
        _single.Begin();
        while (!ct.IsCancellationRequested)
        {
            await work.Region.BegunAsync().WaitAsync(ct).ConfigureAwait(false);
            await StartAgainIfDueAsync(ct).ConfigureAwait(false);
            if (work.Region.Span is { } span)
            {
                _cursor = work.Progress.BehindTaken(Math.Max(_cursor, span.From));
                await SendNextAsync(span.UpTo, link, ct).ConfigureAwait(false);
            }
        }
    }

    private async Task SendNextAsync(long upTo, Link link, CancellationToken ct)
    {
        int most = Math.Min(_limit.Most, pace.MostAtOnce);
        var batch = _cursor < upTo && most > 0 ? _source.Fill(_cursor, upTo, most) : null;
        if (batch is { Count: > 0 })
        {
            await StartAsync(batch, link, ct).ConfigureAwait(false);
            return;
        }

        if (batch is not null)
        {
            PassOver(batch.Last);
            _source.Return(batch);
        }

        await (_cursor < upTo ? SendSingleAsync(upTo, link, ct) : FinishAsync(upTo, ct)).ConfigureAwait(false);
    }

    private async Task StartAsync(Batch batch, Link link, CancellationToken ct)
    {
        int bytes = batch.Packed.Length;
        try
        {
            await pace.SpendAsync(batch.Count, ct).ConfigureAwait(false);
            await link.Window.TakeBackfillAsync(work.Lane, bytes, ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _source.Return(batch);
            throw;
        }

        _cursor = batch.Last;
        _outstanding.Begin();
        batch.EachPosition(work.Settler.Sent);
        _ = SendAsync(batch, bytes, link);
    }

    private async Task SendAsync(Batch batch, int bytes, Link link)
    {
        try
        {
            var ack = await link.Client.PublishAsync(work.Messages.Of(batch, link.Connection.Version)).ConfigureAwait(false);
            _reactions.To(ack.Reason, batch, _limit, link);
        }
        catch (MqttTooLargeException)
        {
            _reactions.TooLarge(batch, _limit);
        }
        catch (IOException)
        {
            // The link ended: not settled, so it goes again.
            _reactions.Broke();
        }
        finally
        {
            _source.Return(batch);
            _outstanding.End();
            link.Window.ReturnBackfill(bytes);
        }
    }

    /// <summary>One that no batch can hold, or that spoiled one: it goes by itself, and the lane's own reactions decide.</summary>
    private async Task SendSingleAsync(long upTo, Link link, CancellationToken ct)
    {
        await _outstanding.QuietAsync().WaitAsync(ct).ConfigureAwait(false);
        var page = work.Store.Read(work.Lane, _cursor, 1);
        if (page.Count == 0 || page[0].Position > upTo)
        {
            // It went meanwhile; the next look at the batch says what is left.
            _limit.SingleDone();
            await Task.Delay(work.Limits.Unheard, work.Time, ct).ConfigureAwait(false);
            return;
        }

        int bytes = page[0].Payload.Length;
        await pace.SpendAsync(1, ct).ConfigureAwait(false);
        await link.Window.TakeBackfillAsync(work.Lane, bytes, ct).ConfigureAwait(false);
        await SendSingleAsync(new LanePlace(page[0], _cursor, _rewinds), bytes, link).WaitAsync(ct).ConfigureAwait(false);
        if (work.Progress.Pass(_cursor, page[0].Position))
        {
            _limit.SingleDone();
            _cursor = page[0].Position;
        }
        else
        {
            await Task.Delay(work.Limits.Unheard, work.Time, ct).ConfigureAwait(false);
        }
    }

    private async Task SendSingleAsync(LanePlace place, int bytes, Link link)
    {
        await _single.SendAsync(place, work.Messages.TopicOf(place.Reading), link).ConfigureAwait(false);
        link.Window.ReturnBackfill(bytes);
    }

    /// <summary>Nothing that is still owed lies between.</summary>
    private void PassOver(long upTo)
    {
        work.Progress.Join(_cursor, upTo, _rewinds);
        _cursor = Math.Max(_cursor, upTo);
    }

    /// <summary>All was sent: with every answer in, the region is done, or starts again where something was not taken.</summary>
    private async Task FinishAsync(long upTo, CancellationToken ct)
    {
        await _outstanding.QuietAsync().WaitAsync(ct).ConfigureAwait(false);
        if (work.Region.Span is { } span && span.UpTo == upTo)
        {
            _cursor = work.Progress.BehindTaken(span.From);
            if (_cursor >= upTo && work.Region.TryEnd(span))
            {
                UplinkLog.BackfillDone(work.Log, work.Lane);
            }
        }
    }

    private async Task StartAgainIfDueAsync(CancellationToken ct)
    {
        await _reactions.RestAsync(ct).ConfigureAwait(false);
        await _single.RestAsync(ct).ConfigureAwait(false);
        if (_reactions.StartAgain | _single.PauseWanted | _single.Holds.ReleaseDue() | _rewinds != work.Progress.Rewinds)
        {
            await QuietAsync().WaitAsync(ct).ConfigureAwait(false);
            _single.GoOn();
            _reactions.GoOn();
            (_cursor, _rewinds) = (0, work.Progress.Rewinds);
        }
    }
}
