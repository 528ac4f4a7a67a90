using EdgeGateway.Store;
using EdgeGateway.Uplink.Downlink;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Confirmation;

/// <summary>
/// Sends again what a broker took and no receipt reaches: when the last messages were dropped, nothing newer shows the
/// platform that they exist. Only while a platform is there, and with a patience that doubles until everything older is
/// covered again, so that a platform that is merely slow is not flooded. Called from one loop.
/// </summary>
/// <remarks>
/// When a reading was taken is known from marks: how far each lane had come at a moment. A lane is sent in order, so what
/// lies before a mark was taken before it, but for topics that were held back meanwhile; those may repeat early.
/// </remarks>
public sealed class TailWatch(
    IReadingStore store, Delivery delivery, ReceiptDesk desk, PlatformPresence presence, ConfirmationLimits limits, TimeProvider time, ILogger<TailWatch> log)
{
    /// <summary>Marks inside one patience.</summary>
    private const int Fineness = 8;

    private readonly List<Mark> _marks = [];
    private TimeSpan _patience = limits.ReceiptPatience;

    public void Look()
    {
        if (!delivery.Mode.ByPlatform || !presence.IsThere)
        {
            _marks.Clear();
            return;
        }

        AddMark();
        if (Aged(_patience) is { } due && SendAgain(due))
        {
            var waited = _patience;
            _patience = _patience * 2 < limits.ReceiptPatienceMost ? _patience * 2 : limits.ReceiptPatienceMost;
            ConfirmationLog.Uncovered(log, due.Lanes.Max(), waited, _patience);
            _marks.Clear();
        }
        else if (Aged(limits.ReceiptPatience) is { } usual && !Uncovered(usual).Any())
        {
            _patience = limits.ReceiptPatience;
        }
    }

    private void AddMark()
    {
        if (_marks.Count == 0 || time.GetElapsedTime(_marks[^1].At) >= limits.ReceiptPatience / Fineness)
        {
            _marks.Add(new Mark(time.GetTimestamp(), [.. delivery.Lanes.Select(static lane => lane.Most)]));
        }

        // The newest mark of an age says all that older ones say.
        int needed = _marks.FindLastIndex(mark => time.GetElapsedTime(mark.At) >= limits.ReceiptPatienceMost);
        _marks.RemoveRange(0, Math.Max(needed, 0));
    }

    private Mark? Aged(TimeSpan patience) => _marks.FindLast(mark => time.GetElapsedTime(mark.At) >= patience);

    private bool SendAgain(Mark mark)
    {
        bool any = false;
        foreach (var (lane, first, last) in Uncovered(mark).ToList())
        {
            any |= delivery.Lanes[lane].Again(first, last);
        }

        return any;
    }

    /// <returns>By lane, ranges behind the newest receipts in which readings still wait.</returns>
    private IEnumerable<(int Lane, long First, long Last)> Uncovered(Mark mark) =>
        from span in EpochSpan.Of(store.Status())
        let first = span.Base + desk.CoveredUpTo(span.Epoch) + 1
        from lane in Enumerable.Range(0, delivery.Lanes.Count)
        let last = Math.Min(span.Base + span.Head, mark.Lanes[lane])
        where first <= last && store.Read((Protocol.Model.Lane)lane, first - 1, 1) is [var next] && next.Position <= last
        select (lane, first, last);

    private sealed record Mark(long At, IReadOnlyList<long> Lanes);
}
