namespace EdgeGateway.Drivers.Abstractions;

/// <summary>
/// How many events one sender may make: nobody proves who he is on an open port, contacts chatter, and every event goes to the disk and to the platform.
/// </summary>
/// <param name="burst">At once, after a quiet time.</param>
/// <param name="perSecond">In the long run.</param>
internal sealed class EventBudget(int burst, double perSecond)
{
    private double _left = burst;
    private TimeSpan? _at;

    /// <summary>For changes of one device's state: one that chatters is told so often, and how it is in the end.</summary>
    public static EventBudget OfChanges() => new(30, 2);

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
