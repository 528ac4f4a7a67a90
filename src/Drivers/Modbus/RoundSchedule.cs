namespace EdgeGateway.Drivers.Modbus;

/// <summary>When the rounds of one interval begin: on a grid that does not drift, whatever a round takes.</summary>
/// <param name="interval">Of the grid.</param>
/// <param name="phase">How far the grid lies behind the start, so that the units of a bus do not all ask at once. The first round is due at the start.</param>
/// <param name="time">Whose clock measures.</param>
internal sealed class RoundSchedule(TimeSpan interval, TimeSpan phase, TimeProvider time)
{
    private readonly long _begun = time.GetTimestamp();
    private long _round = -1;

    /// <summary>How long it is to the next round; negative when it is late.</summary>
    public TimeSpan Left => (_round < 0 ? TimeSpan.Zero : phase + (interval * _round)) - time.GetElapsedTime(_begun);

    /// <summary>The round was begun and is over.</summary>
    /// <returns>How many rounds were missed meanwhile; they are left out.</returns>
    public long Next()
    {
        _round = Math.Max(_round + 1, 1);
        return CatchUp();
    }

    /// <summary>One that is due now is still worth its while; those whose whole time has passed are not.</summary>
    /// <returns>How many are left out.</returns>
    public long CatchUp()
    {
        _round = Math.Max(_round, 0);
        long missed = Left > TimeSpan.Zero ? 0 : (long)(-Left / interval);
        _round += missed;
        return missed;
    }
}
