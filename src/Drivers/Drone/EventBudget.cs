namespace EdgeGateway.Drivers.Drone;

/// <summary>
/// How many events one sender may make: nobody proves who he is on an open port, and every event goes to the disk and to the platform.
/// </summary>
/// <param name="burst">At once, after a quiet time.</param>
/// <param name="perSecond">In the long run.</param>
internal sealed class EventBudget(int burst, double perSecond)
{
    private double _left = burst;
    private TimeSpan? _at;

    /// <returns>False when it is used up.</returns>
    public bool Take(TimeSpan at)
    {
        _left = Math.Min(burst, _left + ((at - (_at ?? at)).TotalSeconds * perSecond));
        _at = at;
        if (_left < 1)
        {
            return false;
        }

        _left--;
        return true;
    }
}
