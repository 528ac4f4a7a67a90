using EdgeGateway.Protocol.Model;
using EdgeGateway.Telemetry.Clock;

namespace EdgeGateway.Pipeline;

/// <summary>Adds to a reading what only the site knows: whose it is, where it was, and how good the clocks were.</summary>
public sealed class Normaliser(IClockJudge clock)
{
    public Reading Apply(Reading reading, DeviceFacts facts)
    {
        return clock.Now().On(reading) with
        {
            Device = facts.Id,
            Body = reading.Body is { Position: null, IsElsewhere: false } && facts.Position is not null
                ? reading.Body with { Position = facts.Position }
                : reading.Body,
            DeviceOffsetMs = reading.TimeFrom == TimeOrigin.Device
                ? (long)Math.Round((reading.Time - reading.Received).TotalMilliseconds)
                : null,
        };
    }
}
