namespace EdgeGateway.Sim.Twins;

/// <summary>
/// What is wrong with one device right now: the disconnect schedule of its profile, and the faults that the scenario
/// sends. Set from the scenario's clock, read by the device's loop.
/// </summary>
/// <param name="upFor">The link is up that long; zero: always.</param>
/// <param name="downFor">And then down that long.</param>
/// <param name="start">When that begins.</param>
public class DeviceTrouble(TimeSpan upFor, TimeSpan downFor, DateTimeOffset start) : IDeviceTrouble
{
    private readonly Lock _gate = new();
    private DateTimeOffset _downUntil;
    private DateTimeOffset _silentUntil;
    private TimeSpan _clockStep;
    private int _garbage;
    private int _cuts;
    private int _burst;

    /// <summary>Added to the device's clock.</summary>
    public TimeSpan ClockStep
    {
        get
        {
            lock (_gate)
            {
                return _clockStep;
            }
        }
    }

    public void Disconnect(DateTimeOffset until) => Set(() => _downUntil = until);

    public void Silence(DateTimeOffset until) => Set(() => _silentUntil = until);

    public void StepClock(TimeSpan by) => Set(() => _clockStep += by);

    public void Garbage(int count) => Set(() => _garbage += count);

    public void CutInside(int count) => Set(() => _cuts += count);

    public void Burst(int count) => Set(() => _burst += count);

    /// <summary>Until when there is no link; a moment in the past when there is one.</summary>
    public DateTimeOffset DownUntil(DateTimeOffset now)
    {
        lock (_gate)
        {
            DateTimeOffset scheduled = Scheduled(now);
            return scheduled > _downUntil ? scheduled : _downUntil;
        }
    }

    /// <summary>Until when the device says nothing on an open link.</summary>
    public DateTimeOffset SilentUntil()
    {
        lock (_gate)
        {
            return _silentUntil;
        }
    }

    public bool TakeGarbage() => Take(ref _garbage);

    public bool TakeCut() => Take(ref _cuts);

    public bool TakeBurst() => Take(ref _burst);

    private DateTimeOffset Scheduled(DateTimeOffset now)
    {
        if (upFor <= TimeSpan.Zero || downFor <= TimeSpan.Zero || now < start)
        {
            return default;
        }

        TimeSpan period = upFor + downFor;
        var phase = TimeSpan.FromTicks((now - start).Ticks % period.Ticks);
        return phase < upFor ? default : now + (period - phase);
    }

    private void Set(Action change)
    {
        lock (_gate)
        {
            change();
        }
    }

    private bool Take(ref int count)
    {
        lock (_gate)
        {
            if (count == 0)
            {
                return false;
            }

            count--;
            return true;
        }
    }
}
