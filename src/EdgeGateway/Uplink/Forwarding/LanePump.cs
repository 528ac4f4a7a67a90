using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Uplink.Mqtt;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>
/// Sends the readings of one lane in order, oldest first, over one connection. It remembers nothing that the store
/// does not know: whatever is not settled is sent again over the next connection, under the same id.
/// </summary>
public sealed class LanePump(
    Lane lane, IReadingStore store, LaneProgress progress, ReadingMessages messages, Settler settler, Audience audience, ForwarderLimits limits, TimeProvider time, ILogger log)
{
    private readonly TopicHolds _holds = new(time);
    private readonly Outstanding _outstanding = new(time);
    private long _cursor;
    private int _strikes;
    private volatile bool _pauseWanted;

    public TimeSpan Stalled() => _outstanding.Stalled();

    public async Task RunAsync(Link link, CancellationToken ct)
    {
        _cursor = progress.Floor;
        _pauseWanted = false;
        _holds.Begin();
        while (!ct.IsCancellationRequested)
        {
            await StartAgainIfDueAsync(ct).ConfigureAwait(false);
            _cursor = progress.BehindTaken(_cursor);
            var page = store.Read(lane, _cursor, limits.Page);
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
            if (_pauseWanted)
            {
                return;
            }

            string topic = messages.TopicOf(reading);
            if (!_holds.IsHeld(topic) && !progress.Pass(_cursor, reading.Position))
            {
                await link.Window.TakeAsync(lane, ct).ConfigureAwait(false);
                _outstanding.Begin();
                settler.Sent(reading.Position);
                _ = SendAsync(reading, _cursor, topic, link);
            }

            _cursor = reading.Position;
        }
    }

    private async Task SendAsync(StoredReading reading, long previous, string topic, Link link)
    {
        try
        {
            var ack = await link.Client.PublishAsync(ReadingMessages.Of(reading, topic, link.Connection.Version)).ConfigureAwait(false);
            React(ack.Reason, reading, previous, topic, link);
        }
        catch (MqttTooLargeException tooLarge)
        {
            Park(reading, tooLarge.Message);
        }
        catch (IOException)
        {
            // The link ended: not settled, so it goes again.
        }
        finally
        {
            _outstanding.End();
            link.Window.Return();
        }
    }

    private void React(byte reason, StoredReading reading, long previous, string topic, Link link)
    {
        var reaction = AckReactions.To(reason);
        audience.Noted(reaction);
        if (reaction == AckReaction.Delivered)
        {
            _strikes = 0;
            progress.Take(previous, reading.Position);
            settler.Add(new Settlement(reading.Position));
            return;
        }

        if (Keep(reaction, reading, reason, topic, link))
        {
            UplinkLog.Answered(log, lane, reason, topic, reaction);
        }
    }

    /// <returns>True when it is worth a line in the log.</returns>
    private bool Keep(AckReaction reaction, StoredReading reading, byte reason, string topic, Link link)
    {
        switch (reaction)
        {
            case AckReaction.HoldTopic or AckReaction.BarTopic:
                return _holds.Hold(topic, reaction == AckReaction.HoldTopic ? limits.Unheard : limits.Barred);
            case AckReaction.Park:
                Park(reading, $"the broker answered 0x{reason:X2}");
                return false;
            case AckReaction.PauseLane:
                bool first = !_pauseWanted;
                _pauseWanted = true;
                return first;
            default:
                link.WantReset();
                return true;
        }
    }

    private void Park(StoredReading reading, string why)
    {
        UplinkLog.Parked(log, reading.Device, reading.Epoch, reading.Seq, why);
        settler.Add(new Settlement(reading.Position, why));
    }

    /// <summary>After a pause, when a held topic is due, or when readings are wanted once more: everything in flight comes home first, so that no order is broken.</summary>
    private async Task StartAgainIfDueAsync(CancellationToken ct)
    {
        if (_pauseWanted)
        {
            double factor = Math.Pow(2, Math.Min(_strikes++, 16));
            var pause = TimeSpan.FromTicks((long)Math.Min(limits.PauseMost.Ticks, limits.Pause.Ticks * factor));
            await Task.Delay(pause, time, ct).ConfigureAwait(false);
        }

        if (progress.StartsAgain() | _holds.ReleaseDue() | _pauseWanted)
        {
            await _outstanding.QuietAsync().WaitAsync(ct).ConfigureAwait(false);
            await settler.DrainAsync().WaitAsync(ct).ConfigureAwait(false);
            _pauseWanted = false;
            _cursor = progress.Floor;
        }
    }

    private Task WaitForMoreAsync(CancellationToken ct) => _holds.Any || _pauseWanted
        ? Task.Delay(TimeSpan.FromSeconds(1), time, ct)
        : NextLook.WaitAsync(store, lane, _cursor, time, ct);
}
