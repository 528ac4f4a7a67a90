namespace EdgeGateway.Store.Retention;

/// <summary>
/// Hours that the store has run, all its runs together. Keeping is counted in them and not by the calendar: a clock that
/// jumps, back or ahead, makes nothing old (docs/decisions/0006-retention.md).
/// </summary>
internal sealed class StoreAge(TimeProvider time, double before)
{
    private readonly long _opened = time.GetTimestamp();

    public double Hours => before + time.GetElapsedTime(_opened).TotalHours;
}
