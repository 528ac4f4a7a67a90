namespace EdgeGateway.Sim.Scenarios;

/// <summary>One device of a scenario.</summary>
public abstract record ScenarioDevice
{
    /// <summary>As in the gateway's configuration.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the driver it is made for.</summary>
    public required string Driver { get; init; }

    /// <summary>Most things that it tells; without a limit only the scenario's duration ends it.</summary>
    public long Count { get; init; } = long.MaxValue;
}
