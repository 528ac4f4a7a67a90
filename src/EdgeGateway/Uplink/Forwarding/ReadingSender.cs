using EdgeGateway.Store;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>Sends single readings of one lane and does with each what the broker's answer asks for (brokers.md section 2.1).</summary>
public sealed class ReadingSender(LaneWork work)
{
    private readonly Outstanding _outstanding = new(work.Time);
    private readonly Complaints _complaints = new();
    private int _strikes;
    private volatile bool _pauseWanted;

    public TopicHolds Holds { get; } = new(work.Time);

    /// <summary>The broker has too much: nothing is sent until <see cref="RestAsync"/>.</summary>
    public bool PauseWanted => _pauseWanted;

    public TimeSpan Stalled() => _outstanding.Stalled();

    /// <summary>Completes when everything sent is answered.</summary>
    public Task QuietAsync() => _outstanding.QuietAsync();

    /// <summary>A new link.</summary>
    public void Begin()
    {
        _pauseWanted = false;
        Holds.Begin();
    }

    /// <summary>Sends one for which the window gave a place; completes when it is answered. Never fails.</summary>
    /// <param name="reading">What to send.</param>
    /// <param name="previous">Position of the one before it in the lane.</param>
    /// <param name="topic">Its topic.</param>
    /// <param name="link">The link.</param>
    /// <returns>False when the link ended instead of an answer.</returns>
    public async Task<bool> SendAsync(StoredReading reading, long previous, string topic, Link link)
    {
        _outstanding.Begin();
        work.Settler.Sent(reading.Position);
        try
        {
            var ack = await link.Client.PublishAsync(ReadingMessages.Of(reading, topic, link.Connection.Version)).ConfigureAwait(false);
            React(ack.Reason, reading, previous, topic, link);
            return true;
        }
        catch (MqttTooLargeException tooLarge)
        {
            Park(reading, previous, tooLarge.Message);
            return true;
        }
        catch (IOException)
        {
            // Not settled, so it goes again.
            return false;
        }
        finally
        {
            _outstanding.End();
        }
    }

    /// <summary>Waits as long as the broker's answers ask for, longer each time.</summary>
    public async Task RestAsync(CancellationToken ct)
    {
        if (_pauseWanted)
        {
            await Task.Delay(work.Limits.PauseAfter(_strikes++), work.Time, ct).ConfigureAwait(false);
        }
    }

    /// <summary>After the rest, when everything is answered.</summary>
    public void GoOn() => _pauseWanted = false;

    /// <summary>Takes a reading out of the lane; it stays on disk with the reason.</summary>
    public void Park(StoredReading reading, long previous, string why)
    {
        UplinkLog.Parked(work.Log, reading.Device, reading.Epoch, reading.Seq, why);
        work.Meter.Parked(work.Lane);
        work.Progress.Take(previous, reading.Position);
        work.Settler.Add(new Settlement(reading.Position, why));
    }

    private void React(byte reason, StoredReading reading, long previous, string topic, Link link)
    {
        var reaction = AckReactions.To(reason);
        work.Audience.Noted(reaction);
        if (reaction == AckReaction.Delivered)
        {
            Taken(reading, previous, topic);
            return;
        }

        if (Keep(reaction, reading, previous, reason, topic, link))
        {
            UplinkLog.Answered(work.Log, work.Lane, reason, topic, reaction);
        }
    }

    private void Taken(StoredReading reading, long previous, string topic)
    {
        _strikes = 0;
        Holds.Passed(topic);
        work.Meter.Delivered(work.Lane, work.Time.GetUtcNow() - reading.Received);
        work.Progress.Take(previous, reading.Position);
        work.Settler.Add(new Settlement(reading.Position));
    }

    /// <returns>True when it is worth a line in the log.</returns>
    private bool Keep(AckReaction reaction, StoredReading reading, long previous, byte reason, string topic, Link link)
    {
        switch (reaction)
        {
            case AckReaction.HoldTopic:
                return Holds.Hold(topic, work.Limits.Unheard);
            case AckReaction.BarTopic when Holds.BarredFor(topic) >= work.Limits.BarredMost:
                Park(reading, previous, $"the broker answered 0x{reason:X2} on {topic} for {work.Limits.BarredMost.TotalMinutes:0} minutes");
                return false;
            case AckReaction.BarTopic:
                return Holds.Bar(topic, work.Limits.Barred);
            case AckReaction.Park:
                Park(reading, previous, $"the broker answered 0x{reason:X2}");
                return false;
            case AckReaction.PauseLane when _complaints.IsPoison(reading.Position, reason, link.Taken):
                Park(reading, previous, $"the broker answered 0x{reason:X2} {Complaints.Most} times while others passed");
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
}
