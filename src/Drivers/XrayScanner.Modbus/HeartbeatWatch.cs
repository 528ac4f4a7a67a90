namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>Notices that a controller's counter stands still: it answers, and what it answers is old.</summary>
/// <param name="limit">How long it may.</param>
internal sealed class HeartbeatWatch(TimeSpan limit)
{
    private (decimal Value, TimeSpan Since)? _beat;

    public bool IsStuck { get; private set; }

    /// <param name="value">The counter; null when it was not read, which says nothing about it.</param>
    /// <param name="at">When, by a clock that nobody sets.</param>
    public void See(decimal? value, TimeSpan at)
    {
        if (value is not { } now)
        {
            return;
        }

        if (_beat is not { } beat || beat.Value != now)
        {
            _beat = (now, at);
            IsStuck = false;
            return;
        }

        IsStuck = at - beat.Since >= limit;
    }

    /// <summary>It was away: how long the counter stood meanwhile nobody knows.</summary>
    public void Forget() => (_beat, IsStuck) = (null, false);
}
