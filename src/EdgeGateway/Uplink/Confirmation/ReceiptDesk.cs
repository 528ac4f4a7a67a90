using EdgeGateway.Store;
using EdgeGateway.Telemetry;
using EdgeGateway.Uplink.Forwarding;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Confirmation;

/// <summary>
/// Takes the platform's receipts. Never believed: numbers that were not given yet, epochs that are not here, and readings
/// that wait in a lane and were never handed to a broker. Believed for everything that an earlier process of this store
/// left behind, because what it sent is not known any more.
/// </summary>
/// <remarks>
/// A receipt whose head is beyond ours is left alone as a whole: it speaks of another store, such as the original of a
/// restored copy, and what it says of smaller numbers may be about other readings. Keeping is the safe side.
/// </remarks>
public sealed class ReceiptDesk(
    IReadingStore store, Delivery delivery, GapSearch gaps, FaultCounters faults, ConfirmationLimits limits, TimeProvider time, ILogger<ReceiptDesk> log)
{
    private const string Area = "downlink";

    /// <summary>Ranges of never sent numbers that one receipt has looked up in the store.</summary>
    private const int MostLooks = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, EpochReceipts> _epochs = new(StringComparer.Ordinal);

    public void Take(Receipt receipt)
    {
        lock (_gate)
        {
            var span = EpochSpan.Of(store.Status()).FirstOrDefault(span => span.Epoch == receipt.Epoch);
            if (Objection(receipt, span) is { } why)
            {
                bool first = faults.Count(Area, $"receipt-{why}") == 1;
                LogUnusable(receipt, why, first);
                return;
            }

            Use(receipt, span!);
        }
    }

    /// <returns>The last number of the epoch that a receipt reached.</returns>
    public long CoveredUpTo(string epoch)
    {
        lock (_gate)
        {
            return _epochs.TryGetValue(epoch, out var receipts) ? receipts.UpTo : 0;
        }
    }

    private string? Objection(Receipt receipt, EpochSpan? span) => span switch
    {
        null => "unknown-epoch",
        _ when receipt.UpTo > HeadOf(span) => "beyond-head",
        _ when receipt.UpTo < 0 || receipt.Missing.Any(static range => range.Last < range.First) => "garbled",
        _ => null,
    };

    /// <summary>A lane may have sent what the store has committed and not yet counted.</summary>
    private long HeadOf(EpochSpan span) => span.HasEnded ? span.Head : Math.Max(span.Head, delivery.Handed.Most - span.Base);

    private void Use(Receipt receipt, EpochSpan span)
    {
        if (!_epochs.TryGetValue(span.Epoch, out var known))
        {
            _epochs[span.Epoch] = known = new EpochReceipts(new MissingReports(limits, time));
        }

        known.UpTo = receipt.UpTo;
        var missing = Missing(receipt, span);
        if (delivery.Mode.ByPlatform)
        {
            Confirm(receipt, span, missing, known);
        }

        SendAgain(known.Reports.Note(missing.Intervals), span);
    }

    /// <summary>As positions. What lies outside or twice only makes more missing: clamped, for that forgets less.</summary>
    private IntervalSet Missing(Receipt receipt, EpochSpan span)
    {
        var missing = new IntervalSet();
        long odd = 0;
        foreach (var (first, last) in receipt.Missing)
        {
            var (from, to) = (Math.Max(first, 1), Math.Min(last, receipt.UpTo));
            odd += from == first && to == last && missing.BehindOrAt(span.Base + from) > span.Base + to ? 0 : 1;
            if (from <= to)
            {
                missing.Add(span.Base + from, span.Base + to);
            }
        }

        if (odd > 0)
        {
            faults.Count(Area, "receipt-odd-range");
        }

        return missing;
    }

    private void Confirm(Receipt receipt, EpochSpan span, IntervalSet missing, EpochReceipts known)
    {
        var news = new IntervalSet();
        AddRange(news, span.Base + 1, span.Base + receipt.UpTo);
        RemoveAll(news, missing);
        RemoveAll(known.Confirmed, delivery.Handed.Replayed());
        RemoveAll(news, known.Confirmed);
        var believed = news.Intervals.SelectMany(range => delivery.Handed.Of(range.First, range.Last)).ToList();
        believed.ForEach(range => news.Remove(range.First, range.Last));
        believed.AddRange(GoneAnyway(news));
        believed.ForEach(range => known.Confirmed.Add(range.First, range.Last));
        delivery.Settler.Confirm(believed);
    }

    /// <returns>What was never sent and does not wait either: dropped and covered by a gap, so nobody need ask again.</returns>
    private List<(long First, long Last)> GoneAnyway(IntervalSet neverSent)
    {
        var looked = neverSent.Intervals.Take(MostLooks).ToList();
        var gone = looked.Where(range => (delivery.NextWaiting(range.First - 1) ?? long.MaxValue) > range.Last).ToList();
        if (gone.Count < looked.Count)
        {
            faults.Count(Area, "receipt-never-sent");
        }

        return gone;
    }

    private void SendAgain(IReadOnlyList<(long First, long Last)> due, EpochSpan span)
    {
        foreach (var (first, last) in due)
        {
            delivery.Again(first, last);
            gaps.Look(span, first, last);
        }

        if (due.Count > 0)
        {
            ConfirmationLog.Resend(log, due.Sum(static range => range.Last - range.First + 1), span.Epoch, due[0].First - span.Base);
        }
    }

    private void LogUnusable(Receipt receipt, string why, bool first)
    {
        if (first)
        {
            ConfirmationLog.Unusable(log, receipt.Epoch, receipt.UpTo, why);
        }
    }

    private static void AddRange(IntervalSet set, long first, long last)
    {
        if (first <= last)
        {
            set.Add(first, last);
        }
    }

    private static void RemoveAll(IntervalSet set, IntervalSet what) => RemoveAll(set, what.Intervals);

    private static void RemoveAll(IntervalSet set, IReadOnlyList<(long First, long Last)> what)
    {
        foreach (var (first, last) in what)
        {
            set.Remove(first, last);
        }
    }
}
