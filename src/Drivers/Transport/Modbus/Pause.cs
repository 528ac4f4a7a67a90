namespace EdgeGateway.Drivers.Transport.Modbus;

/// <summary>Timers count whole milliseconds and cut what is left over, which would end a wait before its time.</summary>
internal static class Pause
{
    public static TimeSpan Rounded(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
}
