namespace EdgeGateway.Uplink.Forwarding;

/// <summary>Notices when a lane lags so far that its backlog is to travel as batches.</summary>
public sealed class BacklogSplit(LaneWork work)
{
    private static readonly TimeSpan s_every = TimeSpan.FromMilliseconds(500);

    private long? _lookedAt;

    /// <summary>A new link: looked at once.</summary>
    public void Begin() => _lookedAt = null;

    /// <param name="cursor">Where the lane's own stream stands.</param>
    /// <returns>The last position given by the store when more than the threshold waits behind the cursor; otherwise null.</returns>
    public long? HeadIfBehind(long cursor)
    {
        if ((_lookedAt is { } before && work.Time.GetElapsedTime(before) < s_every) || !work.Region.MayBegin)
        {
            return null;
        }

        _lookedAt = work.Time.GetTimestamp();
        if (work.Packed.PositionBehind(work.Lane, cursor, work.Limits.BackfillThreshold + 1) is null)
        {
            return null;
        }

        var status = work.Store.Status();
        return status.Epochs[^1].Base + status.SeqHead;
    }
}
