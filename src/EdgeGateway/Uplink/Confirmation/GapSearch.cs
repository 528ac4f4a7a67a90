using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Uplink.Forwarding;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Confirmation;

/// <summary>
/// Finds out which of the numbers that a platform misses do not wait here any more, and has each answered once by a gap.
/// A bounded piece at a time: a platform may miss millions.
/// </summary>
public sealed class GapSearch(IReadingStore store, IGapAnswers answers, ILogger<GapSearch> log)
{
    private const int Page = 64;

    /// <summary>Pages of each lane in one go.</summary>
    private const int MostSteps = 64;

    private static readonly Lane[] s_lanes = [Lane.Alarm, Lane.Event, Lane.Telemetry];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, EpochSpan> _epochs = new(StringComparer.Ordinal);
    private readonly IntervalSet _wanted = new();
    private readonly IntervalSet _answered = new();

    /// <summary>Wants a range of positions looked at.</summary>
    public void Look(EpochSpan span, long first, long last)
    {
        lock (_gate)
        {
            _epochs[span.Epoch] = span;
            _wanted.Add(first, last);
            foreach (var (from, to) in _answered.Intervals)
            {
                _wanted.Remove(from, to);
            }
        }
    }

    /// <summary>Looks at the next piece.</summary>
    public async Task StepAsync(CancellationToken ct)
    {
        var absent = new IntervalSet();
        for (int step = 0; step < MostSteps && First() is var (first, last); step++)
        {
            long seen = Examine(first, last, absent);
            Looked(first, seen);
        }

        foreach (var (first, last) in absent.Intervals.ToList())
        {
            await AnswerAsync(first, last, ct).ConfigureAwait(false);
        }
    }

    private (long First, long Last)? First()
    {
        lock (_gate)
        {
            return _wanted.Intervals is [var first, ..] ? first : null;
        }
    }

    private List<EpochSpan> Epochs()
    {
        lock (_gate)
        {
            return [.. _epochs.Values];
        }
    }

    private void Looked(long first, long last)
    {
        lock (_gate)
        {
            _wanted.Remove(first, last);
        }
    }

    /// <returns>The position up to which the range is known now.</returns>
    private long Examine(long first, long last, IntervalSet absent)
    {
        var pages = s_lanes.Select(lane => store.Read(lane, first - 1, Page)).ToList();
        long seen = pages.Min(page => page.Count < Page ? last : Math.Min(last, page[^1].Position));
        absent.Add(first, seen);
        foreach (var reading in pages.SelectMany(static page => page).Where(reading => reading.Position <= seen))
        {
            absent.Remove(reading.Position, reading.Position);
        }

        return seen;
    }

    private async Task AnswerAsync(long first, long last, CancellationToken ct)
    {
        foreach (var span in Epochs())
        {
            var (from, to) = (Math.Max(first, span.Base + 1), Math.Min(last, span.Base + span.Head));
            if (from <= to)
            {
                await AnswerAsync(span, from, to, ct).ConfigureAwait(false);
            }
        }
    }

    private async Task AnswerAsync(EpochSpan span, long first, long last, CancellationToken ct)
    {
        try
        {
            await answers.ForgottenAsync(span.Epoch, first - span.Base, last - span.Base, ct).ConfigureAwait(false);
            ConfirmationLog.Gone(log, span.Epoch, first - span.Base, last - span.Base);
            lock (_gate)
            {
                _answered.Add(first, last);
            }
        }
        catch (StoreRefusedException)
        {
            Look(span, first, last);
        }
    }
}
