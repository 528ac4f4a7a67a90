namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>What goes wrong by itself. Shares: of all frames, 0 to 1. Counts: every so many frames, 0 for never.</summary>
public sealed record FlyerFaults
{
    /// <summary>Frames that do not arrive.</summary>
    public double Lost { get; init; }

    /// <summary>Frames that arrive twice.</summary>
    public double Twice { get; init; }

    /// <summary>Frames in front of which a damaged copy arrives.</summary>
    public double Damaged { get; init; }

    /// <summary>A frame of before arrives again, as somebody would send it who recorded the link.</summary>
    public int ReplayEvery { get; init; }

    /// <summary>A heartbeat that calls for help, with a wrong signature, or where nothing is signed with a wrong checksum.</summary>
    public int ForgeEvery { get; init; }

    /// <summary>A position 5 km away with a bad fix, every so many positions.</summary>
    public int GlitchEvery { get; init; }

    /// <summary>Before a command is answered.</summary>
    public TimeSpan AckDelay { get; init; }

    /// <summary>A command that is done and not answered, every so many commands.</summary>
    public int AckLostEvery { get; init; }
}
