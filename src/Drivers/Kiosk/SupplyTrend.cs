namespace EdgeGateway.Drivers.Kiosk;

/// <summary>
/// How fast a supply is used, from the time in which it was watched: only spans between two levels count, so that a gap, a restart and a clock that is set
/// take nothing away and add nothing. A refill, a changed roll and a count that jumps are no use, and are left out.
/// </summary>
internal sealed class SupplyTrend
{
    /// <summary>Spans of half an hour: half a day, which is a day of service.</summary>
    public const int MostSpans = 24;

    private const double SpanSeconds = 1800;

    /// <summary>Who looks away longer cannot know that nobody filled it.</summary>
    private static readonly TimeSpan s_longestGap = TimeSpan.FromHours(2);

    /// <summary>Parts of the whole by which a level may go back and forth without having been filled.</summary>
    private const double Jitter = 0.02;

    /// <summary>Parts of the whole that can be used at once.</summary>
    private const double AtOnce = 0.2;

    /// <summary>Parts of the whole a minute; what is used up within 50 minutes was not used.</summary>
    private const double FastestAMinute = 0.02;

    private const double EnoughSeconds = 3600;
    private const int EnoughSteps = 3;
    private const double LongSeconds = 6 * 3600;

    private readonly List<UseSpan> _spans;
    private (double Level, TimeSpan At)? _last;

    /// <param name="spans">What was seen before a restart, oldest first.</param>
    public SupplyTrend(IEnumerable<UseSpan> spans) => _spans = [.. spans.TakeLast(MostSpans)];

    public IReadOnlyList<UseSpan> Spans => _spans;

    /// <param name="level">In its measure.</param>
    /// <param name="whole">A full one in the same measure, above 0.</param>
    /// <param name="fills">Whether growing is its use.</param>
    /// <param name="at">By a clock that nobody sets.</param>
    public void Take(double level, double whole, bool fills, TimeSpan at)
    {
        if (_last is { } last && IsUse((level - last.Level) / whole, fills, at - last.At))
        {
            Add(new UseSpan((at - last.At).TotalSeconds, level - last.Level, level == last.Level ? 0 : 1));
        }

        _last = (level, at);
    }

    /// <summary>The next level begins anew: nothing is known of what was between.</summary>
    public void Interrupt() => _last = null;

    /// <returns>Change an hour in the measure of the levels; null until enough was seen: an hour with three changes, or six hours.</returns>
    public double? PerHour()
    {
        var all = _spans.Aggregate(default(UseSpan), (sum, span) => sum + span);
        bool isEnough = (all.Seconds >= EnoughSeconds && all.Steps >= EnoughSteps) || all.Seconds >= LongSeconds;
        return isEnough ? all.Change / all.Seconds * 3600 : null;
    }

    private static bool IsUse(double part, bool fills, TimeSpan span)
    {
        double used = fills ? part : -part;
        bool isJump = used > AtOnce && used > FastestAMinute * span.TotalMinutes;
        return used >= -Jitter && !isJump && span <= s_longestGap;
    }

    private void Add(UseSpan span)
    {
        if (_spans.Count > 0 && _spans[^1].Seconds < SpanSeconds)
        {
            _spans[^1] += span;
            return;
        }

        _spans.Add(span);
        if (_spans.Count > MostSpans)
        {
            _spans.RemoveAt(0);
        }
    }
}
