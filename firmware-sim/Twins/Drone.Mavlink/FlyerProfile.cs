namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>What vehicles on one MAVLink link are like and what they get wrong. The defaults are one good quadrotor that patrols a circle around its home.</summary>
public sealed record FlyerProfile
{
    /// <summary>System id of the first vehicle.</summary>
    public int System { get; init; } = 1;

    /// <summary>How many share the link; their ids follow each other.</summary>
    public int Vehicles { get; init; } = 1;

    /// <summary>As the gateway's settings name the first one; empty for what the gateway calls it by itself, <c>sys-N</c>. Several get a number behind it.</summary>
    public string Name { get; init; } = "";

    /// <summary>MAV_TYPE: 2 quadrotor, 10 rover.</summary>
    public int Type { get; init; } = 2;

    /// <summary>Whether frames have version 1.</summary>
    public bool IsV1 { get; init; }

    /// <summary>Positions and attitudes a second.</summary>
    public int RateHz { get; init; } = 10;

    /// <summary>Home, degrees.</summary>
    public double Lat { get; init; } = 22.7655;

    public double Lon { get; init; } = 113.6012;

    /// <summary>Home above mean sea level.</summary>
    public double GroundM { get; init; } = 5;

    /// <summary>Of the patrol around home.</summary>
    public double RadiusM { get; init; } = 300;

    /// <summary>Above home.</summary>
    public double HeightM { get; init; } = 60;

    public double SpeedMps { get; init; } = 12;

    /// <summary>Points of the patrol.</summary>
    public int Points { get; init; } = 8;

    /// <summary>How far from home the site's fence is, as far as this vehicle knows: to note when it is left. 0: no fence.</summary>
    public double FenceM { get; init; }

    /// <summary>Of the battery at the start.</summary>
    public double BatteryPercent { get; init; } = 95;

    /// <summary>Percent a minute in the air.</summary>
    public double DrainPerMinute { get; init; } = 3;

    /// <summary>Between two pictures; zero for none.</summary>
    public TimeSpan CaptureEvery { get; init; }

    /// <summary>Between two texts of severity 6, every fourth in several pieces; zero for none.</summary>
    public TimeSpan TextEvery { get; init; }

    /// <summary>Secret of the link, 64 hex digits; empty: not signed.</summary>
    public string Key { get; init; } = "";

    public FlyerEvents Events { get; init; } = new();

    public FlyerFaults Faults { get; init; } = new();

    public OverheardProfile? Overheard { get; init; }

    /// <summary>What the site holds them to; null: nobody notes what got through.</summary>
    public SiteRules? Site { get; init; }

    public string NameOf(int number) => Name.Length == 0 ? FormattableString.Invariant($"sys-{System + number}") : Vehicles == 1 ? Name : FormattableString.Invariant($"{Name}-{number + 1}");
}

/// <summary>An aircraft that a receiver on board overhears.</summary>
public sealed record OverheardProfile
{
    /// <summary>What it calls itself.</summary>
    public string Id { get; init; } = "1581F5BKD225D00BP891";

    /// <summary>Its sender's address, hex.</summary>
    public string Mac { get; init; } = "a0b1c2d3e4f5";

    /// <summary>First heard so long after the start.</summary>
    public TimeSpan At { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>And heard for so long.</summary>
    public TimeSpan For { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Where it comes from, metres east of home; it flies over home to the west.</summary>
    public double FromM { get; init; } = 1500;

    public double SpeedMps { get; init; } = 15;

    /// <summary>Sent as one pack instead of as messages.</summary>
    public bool IsPack { get; init; }
}
