namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>What the site holds vehicles of a link to, as its gateway is configured with hold times of 0: so the ledger can say which alarms follow from what got through.</summary>
public sealed record SiteRules
{
    /// <summary>Radius of the stay-in circle around home; 0 for none.</summary>
    public double FenceM { get; init; }

    /// <summary>How far out counts.</summary>
    public double MarginM { get; init; } = 10;

    /// <summary>Radius of the keep-out circle around home; 0 for none.</summary>
    public double KeepOutM { get; init; }

    public double LowPercent { get; init; } = 25;

    public double HysteresisPercent { get; init; } = 5;

    public double FarM { get; init; } = 500;

    /// <summary>Without a heartbeat for so long a vehicle is offline.</summary>
    public TimeSpan OfflineAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>An aircraft that is silent for so long has gone.</summary>
    public TimeSpan IntruderSilence { get; init; } = TimeSpan.FromSeconds(30);
}
