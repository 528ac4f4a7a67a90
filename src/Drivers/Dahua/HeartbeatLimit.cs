namespace EdgeGateway.Drivers.Dahua;

/// <summary>
/// How long a silence is too long: three heartbeats of those that were asked for. A camera that beats more slowly than asked,
/// as some do after an update (plate-camera.md section 9, F21), gets three of its own, up to four times as long.
/// </summary>
/// <param name="asked">Period asked for in the address.</param>
public sealed class HeartbeatLimit(TimeSpan asked)
{
    private const int Remembered = 4;

    private readonly Queue<TimeSpan> _intervals = new();
    private TimeSpan? _last;

    /// <summary>Longest silence to bear now.</summary>
    public TimeSpan Silence => _intervals.Count < Remembered ? 3 * asked : Between(3 * _intervals.Max());

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

    private TimeSpan Between(TimeSpan wanted) => wanted < 3 * asked ? 3 * asked : wanted > 12 * asked ? 12 * asked : wanted;
}
