using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Protocol.Contract;

/// <summary>Lanes as they stand in topics and readings.</summary>
public static class LaneNames
{
    public static string Of(Lane lane) => lane switch
    {
        Lane.Alarm => "alarm",
        Lane.Event => "event",
        Lane.Telemetry => "telemetry",
        Lane.Media => "media",
        _ => throw new ArgumentOutOfRangeException(nameof(lane)),
    };
}
