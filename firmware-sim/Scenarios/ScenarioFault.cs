namespace EdgeGateway.Sim.Scenarios;

/// <summary>What can go wrong at one moment.</summary>
public enum FaultType
{
    /// <summary>The link is cut and stays away for <see cref="ScenarioFault.For"/>.</summary>
    Disconnect,

    /// <summary>The link stays open and nothing is said for <see cref="ScenarioFault.For"/> (F2).</summary>
    Silence,

    /// <summary>The device's clock jumps by <see cref="ScenarioFault.By"/>.</summary>
    ClockStep,

    /// <summary>2,000 random bytes instead of a message, <see cref="ScenarioFault.Count"/> times.</summary>
    Garbage,

    /// <summary>The link is cut inside a message, <see cref="ScenarioFault.Count"/> times.</summary>
    CutInside,

    /// <summary>The next <see cref="ScenarioFault.Count"/> vehicles come at once.</summary>
    Burst,
}

/// <summary>One fault of a scenario.</summary>
/// <param name="At">From the beginning.</param>
/// <param name="Type">What happens.</param>
/// <param name="Device">To whom; null: to all.</param>
/// <param name="For">How long.</param>
/// <param name="By">How far a clock jumps.</param>
/// <param name="Count">How often.</param>
public sealed record ScenarioFault(TimeSpan At, FaultType Type, string? Device, TimeSpan For, TimeSpan By, int Count);
