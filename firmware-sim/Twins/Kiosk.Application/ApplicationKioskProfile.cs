using EdgeGateway.Sim.Kiosks;

namespace EdgeGateway.Sim.Twins.Kiosk.Application;

/// <summary>How a kiosk's own software tells what happens.</summary>
public sealed record ApplicationKioskProfile
{
    public KioskDayProfile Day { get; init; } = new();

    /// <summary>A sign of life when nothing else was said for so long, default 30 s.</summary>
    public TimeSpan HeartbeatEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long it waits for an answer, default 10 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Before it says the same again, default 500 ms.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Most messages that it sends in one piece when some have piled up, default 20.</summary>
    public int Together { get; init; } = 20;

    /// <summary>Totals and supplies after so many customers, default 10.</summary>
    public int CountsEvery { get; init; } = 10;

    /// <summary>Every so many messages hold what tells of a person, in members that nobody asked for, 0 never, default 2.</summary>
    public int LeakEvery { get; init; } = 2;
}
