using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>
/// How often errors may be told: the same one once a minute, and all of a kiosk 60 times an hour. What is left out is counted. It belongs to a device and outlives
/// its conversations; one at a time uses it.
/// </summary>
internal sealed class ErrorLimit(TimeProvider time)
{
    private const int MostInAnHour = 60;
    private static readonly TimeSpan s_same = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    private readonly Queue<(long At, KioskAlarm Error)> _told = new();

    /// <param name="error">Which.</param>
    /// <param name="watch">Counts it when it is left out.</param>
    /// <returns>Whether it may be told; then <see cref="Told"/> is to follow.</returns>
    public bool Admits(KioskAlarm error, IDeviceWatch watch)
    {
        while (_told.TryPeek(out var oldest) && time.GetElapsedTime(oldest.At) >= s_hour)
        {
            _told.Dequeue();
        }

        string? reason = _told.Any(one => one.Error == error && time.GetElapsedTime(one.At) < s_same) ? "error-repeated" : _told.Count >= MostInAnHour ? "too-many-errors" : null;
        if (reason is not null)
        {
            watch.Fault(FaultKind.Garbled, reason);
        }

        return reason is null;
    }

    public void Told(KioskAlarm error) => _told.Enqueue((time.GetTimestamp(), error));
}
