using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Protocol.Contract;

/// <summary>Clock qualities as they stand in readings and state.</summary>
public static class ClockWords
{
    public static string Of(ClockQuality quality) => quality switch
    {
        ClockQuality.Synchronised => "synchronised",
        ClockQuality.Holdover => "holdover",
        _ => "free",
    };
}
