namespace EdgeGateway.Configuration;

/// <summary>Section <c>airspace</c>: who flies and drives where, and when that is an alarm. Without it distress, lost links and low batteries are told, and nothing is known of fences.</summary>
public sealed record AirspaceSettings
{
    /// <summary>Names differ.</summary>
    public IReadOnlyList<FenceSettings> Fences { get; init; } = [];

    /// <summary>Serial numbers of our own aircraft, as their remote identity says them. A vehicle of a configured device that tells its own counts too.</summary>
    public IReadOnlyList<string> Own { get; init; } = [];

    public BatteryLimits Battery { get; init; } = new();

    /// <summary>How long a link that its driver calls lost must stay so before it is told of a vehicle in the air, 0 s to 10 min, default 0 s.</summary>
    public TimeSpan LinkLostAfter { get; init; } = TimeSpan.Zero;

    /// <summary>A vehicle in the air of which nothing at all is heard for so long is lost too, whatever its driver says, 5 s to 1 h, default 60 s.</summary>
    public TimeSpan LinkSilence { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a vehicle must be outside, or back inside, before a fence alarm begins or ends, 0 s to 10 min, default 2 s.</summary>
    public TimeSpan FenceHold { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Metres a second: a place that could only be reached faster is doubted until later ones agree with it, 5 to 2,000, default 60.</summary>
    public double JumpSpeedMps { get; init; } = 60;

    /// <summary>How long an aircraft must be inside a keep-out fence, or outside again, 0 s to 10 min, default 2 s.</summary>
    public TimeSpan IntruderHold { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>An aircraft that was not overheard for so long has gone, 5 s to 1 h, default 30 s.</summary>
    public TimeSpan IntruderSilence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a vehicle must say that it is well before its distress is over, 0 s to 10 min, default 5 s.</summary>
    public TimeSpan DistressClear { get; init; } = TimeSpan.FromSeconds(5);
}
