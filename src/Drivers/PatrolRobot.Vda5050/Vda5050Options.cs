using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Geo;
using EdgeGateway.Protocol.Vda5050;

namespace EdgeGateway.Drivers.PatrolRobot.Vda5050;

/// <summary>Settings of one robot.</summary>
public sealed record Vda5050Options
{
    public required SiteBrokerOptions Broker { get; init; }

    /// <summary>Its topics.</summary>
    public required VdaRobot Robot { get; init; }

    /// <summary>As readings call it, 1 to 64 characters; default its serial number.</summary>
    public required string Name { get; init; }

    /// <summary><c>agv</c> (default), <c>rover</c> or <c>quadruped</c>.</summary>
    public string VehicleType { get; init; } = "agv";

    /// <summary>How its maps lie on the earth, by <c>mapId</c>; at most 64.</summary>
    public IReadOnlyDictionary<string, LocalMap> Maps { get; init; } = new Dictionary<string, LocalMap>();

    /// <summary>Most periodic states a second, 0.01 to 10; default 1. What changes is told at once.</summary>
    public double MaxRateHz { get; init; } = 1;

    /// <summary>Whether topic <c>visualization</c> is read, for places between two states; default true.</summary>
    public bool Visualization { get; init; } = true;

    /// <summary>A robot that says it is there and sends no state for so long is not, 10 s to 1 h; default 90 s: the standard wants one every 30 s.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How long it may take to say that an order was carried out, 1 to 60 s; default 10 s.</summary>
    public TimeSpan ConfirmWithin { get; init; } = TimeSpan.FromSeconds(10);
}
