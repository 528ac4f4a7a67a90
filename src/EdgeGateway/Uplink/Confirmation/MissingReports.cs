namespace EdgeGateway.Uplink.Confirmation;

/// <summary>
/// Since when the platform misses what, for one epoch. A platform counts while messages are still on their way, so a range
/// is due only when it is still missing in a receipt some time after it was first. Not for several threads.
/// </summary>
public sealed class MissingReports(ConfirmationLimits limits, TimeProvider time)
{
    /// <summary>Above this, what a platform reports is so scattered that the ages inside one range are no longer told apart.</summary>
    private const int Most = 8192;

    private List<Report> _reports = [];

    /// <param name="missing">All that the newest receipt misses, as positions, ascending and apart.</param>
    /// <returns>What has been missing long enough.</returns>
    public IReadOnlyList<(long First, long Last)> Note(IReadOnlyList<(long First, long Last)> missing)
    {
        long now = time.GetTimestamp();
        var next = Known(missing, now);
        if (next.Count > Most)
        {
            next = [.. missing.Select(range => new Report(range.First, range.Last, now, limits.ResendAfter))];
        }

        var due = next.Where(report => time.GetElapsedTime(report.Since, now) >= report.Wait).Select(static report => (report.First, report.Last)).ToList();
        _reports = [.. next.Select(report => time.GetElapsedTime(report.Since, now) >= report.Wait ? report.Later(now, limits.ResendMost) : report)];
        return due;
    }

    /// <summary>What was reported before keeps its age; what is new begins now; the rest has arrived.</summary>
    private List<Report> Known(IReadOnlyList<(long First, long Last)> missing, long now)
    {
        var next = new List<Report>(missing.Count);
        int old = 0;
        foreach (var (first, last) in missing)
        {
            long at = first;
            while (old < _reports.Count && _reports[old].Last < first)
            {
                old++;
            }

            for (int i = old; i < _reports.Count && _reports[i].First <= last; i++)
            {
                var report = _reports[i];
                AddNew(next, at, report.First - 1, now);
                next.Add(report with { First = Math.Max(first, report.First), Last = Math.Min(last, report.Last) });
                at = Math.Min(last, report.Last) + 1;
            }

            AddNew(next, at, last, now);
        }

        return next;
    }

    private void AddNew(List<Report> reports, long first, long last, long now)
    {
        if (first <= last)
        {
            reports.Add(new Report(first, last, now, limits.ResendAfter));
        }
    }

    private readonly record struct Report(long First, long Last, long Since, TimeSpan Wait)
    {
        public Report Later(long now, TimeSpan most) => this with { Since = now, Wait = Wait * 2 < most ? Wait * 2 : most };
    }
}
