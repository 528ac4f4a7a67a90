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
    /// <param name="place">What to send, and where it stands.</param>
    /// <param name="topic">Its topic.</param>
    /// <param name="link">The link.</param>
    /// <returns>False when the link ended instead of an answer.</returns>
    public async Task<bool> SendAsync(LanePlace place, string topic, Link link)
    {
        _outstanding.Begin();
        work.Settler.Sent(place.Position);
        try
        {
            var ack = await link.Client.PublishAsync(ReadingMessages.Of(place.Reading, topic, link.Connection.Version)).ConfigureAwait(false);
            React(ack.Reason, place, topic, link);
            return true;
        }
        catch (MqttTooLargeException tooLarge)
        {
            Park(place, tooLarge.Message);
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
    public void Park(LanePlace place, string why)
    {
        UplinkLog.Parked(work.Log, place.Reading.Device, place.Reading.Epoch, place.Reading.Seq, why);
        work.Meter.Parked(work.Lane);
        work.Progress.Take(place.Previous, place.Position, place.AsOf);
        work.Settler.Add(new Settlement(place.Position, why));
    }

    private void React(byte reason, LanePlace place, string topic, Link link)
    {
        var reaction = AckReactions.To(reason);
        work.Audience.Noted(reaction);
        if (reaction == AckReaction.Delivered)
        {
            Taken(place, topic);
            return;
        }

        if (Keep(reaction, place, reason, topic, link))
        {
            UplinkLog.Answered(work.Log, work.Lane, reason, topic, reaction);
        }
    }

    private void Taken(LanePlace place, string topic)
    {
        _strikes = 0;
        Holds.Passed(topic);
        work.Meter.Delivered(work.Lane, work.Time.GetUtcNow() - place.Reading.Received);
        work.Progress.Take(place.Previous, place.Position, place.AsOf);
        work.Settler.Add(new Settlement(place.Position));
    }

    /// <returns>True when it is worth a line in the log.</returns>
    private bool Keep(AckReaction reaction, LanePlace place, byte reason, string topic, Link link)
    {
        switch (reaction)
        {
            case AckReaction.HoldTopic:
                return Holds.Hold(topic, work.Limits.Unheard);
            case AckReaction.BarTopic when Holds.BarredFor(topic) >= work.Limits.BarredMost:
                Park(place, $"the broker answered 0x{reason:X2} on {topic} for {work.Limits.BarredMost.TotalMinutes:0} minutes");
                return false;
            case AckReaction.BarTopic:
                return Holds.Bar(topic, work.Limits.Barred);
            case AckReaction.Park:
                Park(place, $"the broker answered 0x{reason:X2}");
                return false;
            case AckReaction.PauseLane when _complaints.IsPoison(place.Position, reason, link.Taken):
                Park(place, $"the broker answered 0x{reason:X2} {Complaints.Most} times while others passed");
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
