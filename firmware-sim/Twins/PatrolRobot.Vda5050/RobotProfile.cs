namespace EdgeGateway.Sim.Twins.PatrolRobot.Vda5050;

/// <summary>A patrol robot and what goes wrong with it. Times of zero mean never; the defaults are a good one.</summary>
public sealed record RobotProfile
{
    /// <summary>2.0.0, 2.1.0 or 3.0.0; decides the words of all messages.</summary>
    public string Version { get; init; } = "2.1.0";

    /// <summary>First level of its topics; empty: the usual one of its version.</summary>
    public string Interface { get; init; } = "";

    public string Manufacturer { get; init; } = "ACME";

    public string Serial { get; init; } = "R2-017";

    public string Map { get; init; } = "hall-1";

    /// <summary>It goes round a rectangle of this size, metres.</summary>
    public double Width { get; init; } = 40;

    public double Height { get; init; } = 20;

    /// <summary>Metres a second.</summary>
    public double Speed { get; init; } = 1.2;

    /// <summary>It stands at each corner for so long.</summary>
    public TimeSpan Dwell { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Between two states when nothing changes.</summary>
    public TimeSpan StateEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Between two messages of topic visualization.</summary>
    public TimeSpan VisualizationEvery { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>At the end of every such time an error stands for <see cref="TroubleFor"/>.</summary>
    public TimeSpan ErrorEvery { get; init; }

    public TimeSpan WarningEvery { get; init; }

    /// <summary>Likewise its emergency stop is pressed.</summary>
    public TimeSpan StopEvery { get; init; }

    public TimeSpan TroubleFor { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>It loses its power so often: its will fires and its counters begin anew.</summary>
    public TimeSpan RestartEvery { get; init; }

    /// <summary>Percent a minute.</summary>
    public double Drain { get; init; } = 0.5;

    /// <summary>What it does with instant actions.</summary>
    public RobotObedience Obedience { get; init; } = RobotObedience.Obeys;

    /// <summary>2 or 3.</summary>
    public int Major => Version[0] - '0';

    /// <summary>All its topics begin so.</summary>
    public string Prefix => $"{(Interface.Length > 0 ? Interface : Major == 3 ? "vda5050" : "uagv")}/v{Major}/{Manufacturer}/{Serial}/";
}

/// <summary>What a robot does with an instant action.</summary>
public enum RobotObedience
{
    /// <summary>Carries it out and says so.</summary>
    Obeys,

    /// <summary>Says that it failed.</summary>
    Fails,

    /// <summary>Does not know it: an error names it.</summary>
    Rejects,

    /// <summary>Carries it out and says nothing of it.</summary>
    ObeysSilently,

    /// <summary>Nothing.</summary>
    Ignores,
}
