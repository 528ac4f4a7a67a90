namespace EdgeGateway.Protocol.Plates;

/// <summary>What a capture time tells about the device's clock (plate-camera.md section 7, flags of time). The time itself is never changed.</summary>
public static class ClockDoubt
{
    private static readonly TimeSpan s_future = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_nearHour = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan s_widestZone = TimeSpan.FromHours(14) + s_nearHour;

    /// <param name="time">As the device says.</param>
    /// <param name="received">By the gateway's clock.</param>
    /// <param name="history">The device sends from its memory: an old time is no sign of a wrong zone.</param>
    /// <returns><c>CLOCK_FUTURE</c>, <c>CLOCK_ZONE</c>, both or none.</returns>
    public static IEnumerable<string> Flags(DateTimeOffset time, DateTimeOffset received, bool history)
    {
        var ahead = time - received;
        if (ahead > s_future)
        {
            yield return "CLOCK_FUTURE";
        }

        if (!history && IsWholeHours(ahead))
        {
            yield return "CLOCK_ZONE";
        }
    }

    private static bool IsWholeHours(TimeSpan offset)
    {
        var size = offset.Duration();
        var rest = TimeSpan.FromTicks(size.Ticks % TimeSpan.TicksPerHour);
        bool near = rest <= s_nearHour || rest >= TimeSpan.FromHours(1) - s_nearHour;
        return near && size >= TimeSpan.FromHours(1) - s_nearHour && size <= s_widestZone;
    }
}
