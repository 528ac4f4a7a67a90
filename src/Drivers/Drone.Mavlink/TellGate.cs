namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Thins what one vehicle tells of one kind. The last word is always told: what came within the interval is due when that is over.</summary>
/// <param name="every">Least time between two.</param>
internal sealed class TellGate(TimeSpan every)
{
    private TimeSpan? _told;

    /// <summary>Something is there that was not told.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>There is something new.</summary>
    /// <returns>Whether it is to be told now.</returns>
    public bool Offer(TimeSpan at)
    {
        IsWaiting = true;
        return IsDue(at);
    }

    /// <returns>Whether what waits is to be told now.</returns>
    public bool IsDue(TimeSpan at) => IsWaiting && (_told is not { } last || at - last >= every);

    /// <summary>It was told.</summary>
    public void Told(TimeSpan at) => (_told, IsWaiting) = (at, false);
}
