namespace EdgeGateway.Sim.Scenarios;

/// <summary>One run: who is there, and what goes wrong when.</summary>
public sealed record Scenario
{
    /// <summary>Same seed and same <see cref="Start"/>, same bytes.</summary>
    public required ulong Seed { get; init; }

    /// <summary>True time of the beginning; null: now.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>How long vehicles pass; null: until every device has its count.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How long after the duration a device may still wait for its 200, default 15 s.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(15);

    public required IReadOnlyList<ScenarioDevice> Devices { get; init; }

    public IReadOnlyList<ScenarioFault> Faults { get; init; } = [];
}
