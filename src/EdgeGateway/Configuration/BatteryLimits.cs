namespace EdgeGateway.Configuration;

/// <summary><c>airspace.battery</c>: when a battery is too low for where the vehicle is.</summary>
public sealed record BatteryLimits
{
    /// <summary>Percent left, 1 to 99, default 25: that or less is low.</summary>
    public double Percent { get; init; } = 25;

    /// <summary>Metres from home, 0 to 100,000, default 500: that or more is far.</summary>
    public double HomeDistanceM { get; init; } = 500;

    /// <summary>Percent that must be left over behind the way home by the vehicle's own estimate, 0 to 50, default 10.</summary>
    public double ReservePercent { get; init; } = 10;

    /// <summary>By so many percent the battery must be better before the alarm ends, 0 to 50, default 5.</summary>
    public double HysteresisPercent { get; init; } = 5;

    /// <summary>How long it must be so, or so no more, 0 s to 10 min, default 3 s.</summary>
    public TimeSpan Hold { get; init; } = TimeSpan.FromSeconds(3);
}
