using System.Globalization;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Devices.Clocks;

/// <summary>The reading that tells the platform of a clock.</summary>
internal static class ClockStatus
{
    public static Reading Of(DevicePlan plan, ClockTurn turn, DeviceLimits limits, DateTimeOffset now) => new()
    {
        Device = plan.Id,
        Driver = plan.Driver.Name,
        Lane = Lane.Alarm,
        Time = now,
        TimeFrom = TimeOrigin.Gateway,
        Received = now,
        Body = new DeviceStatusBody
        {
            What = "clock",
            State = turn.Off ? "begins" : "ends",
            Since = turn.Since,
            OffsetMs = Milliseconds(turn.Estimate.Offset),
            UncertaintyMs = turn.Estimate.Asked ? Milliseconds(turn.Estimate.Uncertainty) : null,
            LimitMs = Milliseconds(limits.ClockLimit),
            From = turn.Estimate.Asked ? "asked" : "readings",
            Advice = turn.Off ? English(turn.Estimate) : null,
            AdviceZh = turn.Off ? Chinese(turn.Estimate) : null,
        },
    };

    // Readings that come late and a clock that is late look alike; only an answer of the device tells them apart.
    private static string English(ClockEstimate estimate) =>
        $"The device's clock is {Seconds(estimate)} s {(estimate.Offset > TimeSpan.Zero ? "ahead" : "behind")}. Check its time server and zone, and that the gateway itself is synchronised."
        + (MayBeDelay(estimate) ? " If its clock is right, its readings arrive that late: check the network." : "") + " Its times are passed on as they are.";

    private static string Chinese(ClockEstimate estimate) =>
        $"设备时钟{(estimate.Offset > TimeSpan.Zero ? "快" : "慢")} {Seconds(estimate)} 秒。请检查设备的校时服务器和时区，并确认网关自身已校时。"
        + (MayBeDelay(estimate) ? "如设备时钟正确，则为数据到达迟延，请检查网络。" : "") + "设备给出的时间原样上传，不作修改。";

    private static bool MayBeDelay(ClockEstimate estimate) => !estimate.Asked && estimate.Offset < TimeSpan.Zero;

    private static string Seconds(ClockEstimate estimate) => estimate.Offset.Duration().TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static long Milliseconds(TimeSpan span) => (long)Math.Round(span.TotalMilliseconds);
}
