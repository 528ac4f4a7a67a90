namespace EdgeGateway.Pipeline.Airspace;

/// <summary>One alarm from its begin until its end is on disk; changed under the desk's lock.</summary>
/// <param name="line">Where it is kept.</param>
/// <param name="kept">How it stands.</param>
internal sealed class StandingAlarm(int line, KeptAlarm kept)
{
    public int Line { get; } = line;

    public KeptAlarm Kept { get; set; } = kept;

    /// <summary>How it is to end, while its begin is still on the way.</summary>
    public KeptAlarm? End { get; set; }

    /// <summary>Whether somebody is bringing it to the disk.</summary>
    public bool IsUnderWay { get; set; }

    /// <summary>Not before this time stamp it is tried again.</summary>
    public long RetryAt { get; set; }

    /// <summary>Whether there is something to tell that nobody is telling.</summary>
    public bool Waits => !IsUnderWay && Kept.Phase is AlarmPhase.Beginning or AlarmPhase.Ending;
}
