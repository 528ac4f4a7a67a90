using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Telemetry.Clock;

/// <summary>Says how far the gateway's own clock is to be trusted.</summary>
public interface IClockJudge
{
    ClockVerdict Now();
}

/// <param name="Quality">Trust.</param>
/// <param name="OffsetMs">Distance from the time source in milliseconds; null when there is none.</param>
public readonly record struct ClockVerdict(ClockQuality Quality, long? OffsetMs);
