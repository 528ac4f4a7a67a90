using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Telemetry.Clock;

/// <summary>Says how far the gateway's own clock is to be trusted.</summary>
public interface IClockJudge
{
    ClockVerdict Now();
}

/// <param name="Quality">Trust.</param>
/// <param name="OffsetMs">Distance from the time source in milliseconds; null when there is none.</param>
/// <param name="UptimeMs">Milliseconds since the machine started, by the clock that nobody sets; null when not measured.</param>
public readonly record struct ClockVerdict(ClockQuality Quality, long? OffsetMs, long? UptimeMs = null)
{
    /// <summary>The reading with what is known of the clock at its time.</summary>
    public Reading On(Reading reading) => reading with { Clock = Quality, ClockOffsetMs = OffsetMs, UptimeMs = UptimeMs };
}
