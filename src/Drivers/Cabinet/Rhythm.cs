namespace EdgeGateway.Drivers.Cabinet;

/// <summary>Something that is due again and again, the first time at once.</summary>
internal sealed class Rhythm(TimeProvider time, TimeSpan every)
{
    private long? _last;

    /// <summary>Says yes once a period.</summary>
    public bool IsDue()
    {
        if (_last is { } last && time.GetElapsedTime(last) < every)
        {
            return false;
        }

        _last = time.GetTimestamp();
        return true;
    }
}
