namespace EdgeGateway.Sim.Twins.Drone.Dji;

/// <summary>A dock with its aircraft, and what it gets wrong. The defaults are a good one.</summary>
public sealed record DockProfile
{
    public string Gateway { get; init; } = "DOCK001";

    public string Aircraft { get; init; } = "AIR001";

    /// <summary>Between two osd, of dock and of aircraft.</summary>
    public TimeSpan OsdEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>In the dock before a flight, and after it.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>On patrol.</summary>
    public TimeSpan Patrol { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Of a take-off, and of a landing.</summary>
    public TimeSpan Climb { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Of the way home.</summary>
    public TimeSpan Return { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>Between two pictures on patrol.</summary>
    public TimeSpan PictureEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>An event that wants an answer is said again after so long without one.</summary>
    public TimeSpan RepeatAfter { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Middle of its round, degrees.</summary>
    public double Lat { get; init; } = 23.1291;

    public double Lon { get; init; } = 113.2644;

    public double RadiusM { get; init; } = 300;

    public double SpeedMps { get; init; } = 10;

    /// <summary>Of the take-off point above the ellipsoid, metres.</summary>
    public double GroundM { get; init; } = 12;

    /// <summary>Percent of the battery that a minute of flight takes.</summary>
    public double DrainPerMinute { get; init; } = 4;

    /// <summary>The aircraft is switched off in the dock: topology without it.</summary>
    public bool Sleeps { get; init; } = true;

    /// <summary>Numbers as texts, timestamps with too many digits, no gateway.</summary>
    public bool Loose { get; init; }

    /// <summary>Asks for its configuration first and stops without it; false: a device that does not ask.</summary>
    public bool AsksConfig { get; init; } = true;
}
