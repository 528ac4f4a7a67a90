using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Devices.Clocks;

/// <summary>
/// Estimates one device's clock against the gateway's, from its readings and from answers to questions, and says when it
/// is off for long and when it is right again. No time of any reading is changed by it.
/// </summary>
public sealed class DeviceClock(DeviceLimits limits, TimeProvider time)
{
    /// <summary>An answer counts for so long: a driver asks twice as often.</summary>
    private static readonly TimeSpan s_answerKeeps = TimeSpan.FromHours(1);

    /// <summary>Readings cannot arrive before they were captured: when they seem to by more than this, an older answer is outdated.</summary>
    private static readonly TimeSpan s_contradiction = TimeSpan.FromMilliseconds(200);

    private const double EndsAt = 0.7;

    private readonly Lock _gate = new();
    private readonly QuickestArrivals _arrivals = new(limits.ClockWindow);
    private (TimeSpan At, TimeSpan Offset, TimeSpan Uncertainty)? _answer;
    private TimeSpan? _turning;
    private DateTimeOffset _turningSince;
    private ClockTurn? _untold;
    private bool _off;

    /// <summary>The estimate now; null while nothing tells it.</summary>
    public ClockEstimate? Estimate
    {
        get
        {
            lock (_gate)
            {
                return Current(Elapsed());
            }
        }
    }

    /// <summary>A reading was taken. Repeats, history and times that are not the device's own say nothing of its clock.</summary>
    public void Took(Reading reading, Emitted emitted)
    {
        if (!emitted.Duplicate && reading.TimeFrom == TimeOrigin.Device && reading.Body.Source?.Retransmitted != true)
        {
            lock (_gate)
            {
                _arrivals.Add(Elapsed(), reading.Received - reading.Time);
            }
        }
    }

    /// <summary>The device was asked, or told its time apart from readings.</summary>
    public void Told(TimeSpan offset, TimeSpan uncertainty)
    {
        lock (_gate)
        {
            _answer = (Elapsed(), offset, uncertainty.Duration());
        }
    }

    /// <summary>The gateway's own clock was set: what was measured against it is worth nothing.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _arrivals.Forget();
            (_answer, _turning) = (null, null);
        }
    }

    /// <summary>Looks whether the clock went wrong, or right again, for as long as it takes to believe it.</summary>
    /// <returns>The turn that is to be told, until <see cref="Reported"/>; null when there is none.</returns>
    public ClockTurn? Judge()
    {
        lock (_gate)
        {
            var now = Elapsed();
            if (_untold is null && Current(now) is { } estimate && IsWorth(estimate))
            {
                Consider(estimate, now);
            }

            return _untold;
        }
    }

    /// <summary>The turn is on disk.</summary>
    public void Reported()
    {
        lock (_gate)
        {
            _untold = null;
        }
    }

    private void Consider(ClockEstimate estimate, TimeSpan now)
    {
        if (!(_off ? IsRight(estimate) : IsOff(estimate)))
        {
            _turning = null;
            return;
        }

        if (_turning is null)
        {
            (_turning, _turningSince) = (now, time.GetUtcNow());
        }

        if (now - _turning >= limits.ClockHold)
        {
            _off = !_off;
            _turning = null;
            _untold = new ClockTurn(_off, estimate, _turningSince);
        }
    }

    // What may be explained by the way of measuring is no accusation.
    private bool IsOff(ClockEstimate estimate) => estimate.Offset.Duration() - estimate.Uncertainty > limits.ClockLimit;

    private bool IsRight(ClockEstimate estimate) => estimate.Offset.Duration() <= limits.ClockLimit * EndsAt;

    private static bool IsWorth(ClockEstimate estimate) => estimate.Asked || estimate.Evidence >= QuickestArrivals.Enough;

    private ClockEstimate? Current(TimeSpan now)
    {
        ClockEstimate? read = _arrivals.Now(now) is { } arrivals ? new ClockEstimate(-arrivals.Least, TimeSpan.Zero, false, arrivals.Count) : null;
        if (_answer is not { } answer || now - answer.At > s_answerKeeps)
        {
            return read;
        }

        return read is { } contrary && contrary.Offset > answer.Offset + answer.Uncertainty + s_contradiction
            ? read : new ClockEstimate(answer.Offset, answer.Uncertainty, true, 1);
    }

    private TimeSpan Elapsed() => time.GetElapsedTime(0, time.GetTimestamp());
}
