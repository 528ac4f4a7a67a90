namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>What happens on a flight, each so long after the start; null: never. All vehicles of the link do the same, each a second later than the one before.</summary>
public sealed record FlyerEvents
{
    /// <summary>After so long it begins anew, with a full battery and another take-off; zero: once.</summary>
    public TimeSpan Every { get; init; }

    /// <summary>The battery falls to 14 % at once.</summary>
    public TimeSpan? BatteryLow { get; init; }

    /// <summary>It leaves the patrol and flies straight out, to twice the distance of the fence.</summary>
    public TimeSpan? LeaveFence { get; init; }

    /// <summary>Nothing comes through any more.</summary>
    public TimeSpan? LinkLost { get; init; }

    /// <summary>For how long.</summary>
    public TimeSpan LinkLostFor { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>It says that it is in distress: system state emergency, and a text.</summary>
    public TimeSpan? Distress { get; init; }

    /// <summary>For how long.</summary>
    public TimeSpan DistressFor { get; init; } = TimeSpan.FromDays(1);

    /// <summary>It flies home and lands, wherever it is.</summary>
    public TimeSpan? Return { get; init; }

    /// <summary>The autopilot starts anew in the air: counters and time begin again.</summary>
    public TimeSpan? Restart { get; init; }
}
