namespace EdgeGateway.Drivers.HttpDevice;

/// <summary>
/// How long a silence is too long. Heartbeats come every second on one model and every ten on another, whatever was asked for
/// (plate-camera.md section 3.1), and firmware updates change that (section 9, F21): three of the longest recent intervals, once
/// some are known.
/// </summary>
/// <param name="first">The limit until then; later it is never more than four times of it.</param>
/// <param name="least">Never less than this.</param>
public sealed class HeartbeatRhythm(TimeSpan first, TimeSpan least)
{
    private const int Remembered = 4;

    private readonly Queue<TimeSpan> _intervals = new();
    private TimeSpan? _last;

    /// <summary>Longest silence to bear now.</summary>
    public TimeSpan Limit => _intervals.Count < Remembered ? first : Between(_intervals.Max() * 3);

    /// <param name="now">Time of a heartbeat on any clock that only grows.</param>
    public void Heard(TimeSpan now)
    {
        if (_last is { } last)
        {
            _intervals.Enqueue(now - last);
        }

        _last = now;
        if (_intervals.Count > Remembered)
        {
            _intervals.Dequeue();
        }
    }

    private TimeSpan Between(TimeSpan wanted) => wanted < least ? least : wanted > first * 4 ? first * 4 : wanted;
}
