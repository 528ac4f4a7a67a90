namespace EdgeGateway.Drivers.PdtRadio.Nmea;

/// <summary>
/// Lets through what is due. Receivers tick exactly and their lines do not: distance is measured between the moments of the fixes, and
/// only where a receiver tells none between their receipts, more generously. That it found or lost fix or time is told at once.
/// </summary>
/// <param name="every">Least distance between two.</param>
internal sealed class NmeaPace(TimeSpan every)
{
    private readonly TimeSpan _leastOfFixes = every * 0.9;
    private readonly TimeSpan _leastOfReceipts = every * 0.5;
    private (DateTimeOffset? Fix, DateTimeOffset Received, bool Valid)? _last;

    /// <param name="fix">When it was taken; null when unknown.</param>
    /// <param name="received">By the gateway's clock.</param>
    /// <param name="valid">Whether there is a fix.</param>
    public bool IsDue(DateTimeOffset? fix, DateTimeOffset received, bool valid)
    {
        if (_last is { } last && last.Valid == valid && last.Fix.HasValue == fix.HasValue && !IsFar(last.Fix, last.Received, fix, received))
        {
            return false;
        }

        _last = (fix, received, valid);
        return true;
    }

    private bool IsFar(DateTimeOffset? lastFix, DateTimeOffset lastReceived, DateTimeOffset? fix, DateTimeOffset received) =>
        fix - lastFix is { } between ? between.Duration() >= _leastOfFixes : (received - lastReceived).Duration() >= _leastOfReceipts;
}
