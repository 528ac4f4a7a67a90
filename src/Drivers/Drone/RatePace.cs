namespace EdgeGateway.Drivers.Drone;

/// <summary>Lets so many a second through over time; one that comes a little early is not lost for it.</summary>
/// <param name="time">Whose clock measures.</param>
/// <param name="every">Between two.</param>
internal sealed class RatePace(TimeProvider time, TimeSpan every)
{
    private readonly long _begun = time.GetTimestamp();
    private TimeSpan _next;

    /// <summary>Whether one is due; then it counts as told.</summary>
    public bool Take()
    {
        var now = time.GetElapsedTime(_begun);
        if (now < _next)
        {
            return false;
        }

        var behind = now - every;
        _next = (_next > behind ? _next : behind) + every;
        return true;
    }

    /// <summary>One was told for another reason: the next is due a whole interval later.</summary>
    public void Begin() => _next = time.GetElapsedTime(_begun) + every;
}
