using EdgeGateway.Store;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>What becomes of a batch after the broker's answer.</summary>
public sealed class BatchReactions(LaneWork work)
{
    private int _strikes;
    private volatile bool _startAgain;
    private volatile bool _restWanted;
    private volatile bool _unheard;
    private bool _taken;
    private bool _broke;

    /// <summary>Something was not taken: the stream starts again at the oldest.</summary>
    public bool StartAgain => _startAgain;

    /// <summary>A new link.</summary>
    /// <returns>True when the last one ended on a batch and had taken none: perhaps because of it.</returns>
    public bool Begin()
    {
        bool barren = _broke && !_taken;
        (_taken, _broke) = (false, false);
        GoOn();
        return barren;
    }

    public void GoOn() => (_startAgain, _restWanted, _unheard) = (false, false, false);

    public void To(byte reason, Batch batch, BatchLimit limit, Link link)
    {
        var reaction = AckReactions.To(reason);
        work.Audience.Noted(reaction);
        if (reaction == AckReaction.Delivered)
        {
            Taken(batch, limit);
            return;
        }

        if (!_startAgain)
        {
            UplinkLog.Answered(work.Log, work.Lane, reason, work.Messages.BatchTopic, reaction);
        }

        Keep(reaction, reason, batch, limit, link);
        _startAgain = true;
    }

    /// <summary>It was not even sent.</summary>
    public void TooLarge(Batch batch, BatchLimit limit)
    {
        limit.TooLarge(batch.Count);
        _startAgain = true;
    }

    /// <summary>The link ended before the answer.</summary>
    public void Broke() => _broke = true;

    /// <summary>Waits as long as the answers ask for, longer each time.</summary>
    public async Task RestAsync(CancellationToken ct)
    {
        if (_restWanted)
        {
            var rest = _unheard ? work.Limits.UnheardAfter(_strikes) : work.Limits.PauseAfter(_strikes);
            _strikes++;
            await Task.Delay(rest, work.Time, ct).ConfigureAwait(false);
        }
    }

    private void Taken(Batch batch, BatchLimit limit)
    {
        _strikes = 0;
        _taken = true;
        limit.Taken();
        work.Meter.BatchTaken(work.Lane, batch.Count, batch.Packed.Length);
        if (batch.AsOf == work.Progress.Rewinds)
        {
            work.Progress.Take(batch.Previous, batch.LastOwn, batch.AsOf);
            work.Progress.Join(batch.LastOwn, batch.Last, batch.AsOf);
        }
        else
        {
            // Something between its readings may wait again since: only they themselves count.
            batch.EachPosition(position => work.Progress.Take(position - 1, position, batch.AsOf));
        }

        foreach (Settlement settlement in batch.Settlements())
        {
            work.Settler.Add(settlement);
        }
    }

    private void Keep(AckReaction reaction, byte reason, Batch batch, BatchLimit limit, Link link)
    {
        switch (reaction)
        {
            case AckReaction.Park when reason == 0x95:
                limit.TooLarge(batch.Count);
                break;
            case AckReaction.Park:
                limit.Refused(batch.Count);
                break;
            case AckReaction.BarTopic:
                // The lane may still be allowed on its own topics.
                work.Region.Bar(work.Limits.Barred);
                work.Progress.Rewind();
                break;
            case AckReaction.ResetLink:
                link.WantReset();
                break;
            default:
                _unheard = reaction == AckReaction.HoldTopic;
                _restWanted = true;
                break;
        }
    }
}
