using EdgeGateway.Sim.Kiosks;

namespace EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

/// <summary>How a kiosk speaks XFS4IoT, and what is wrong with it.</summary>
public sealed record XfsKioskProfile
{
    public KioskDayProfile Day { get; init; } = new();

    /// <summary>The only Host header that is answered, and what its service addresses are made of; without a port it has that on which it listens. Null: the address it listens on, as text.</summary>
    public string? Host { get; init; }

    /// <summary>A publisher of the first generation: <c>serviceUri</c>, <c>/XFS4IoT/v1.0</c>, version 1.0 and no other, bins in the printer's status.</summary>
    public bool Old { get; init; }

    /// <summary>Has a ninth service that tells when a technician took over.</summary>
    public bool Vendor { get; init; }

    /// <summary>Of so many Status one waits behind a long action of the device, 0 never, default 4.</summary>
    public int SlowEvery { get; init; } = 4;

    /// <summary>How long, default 700 ms.</summary>
    public TimeSpan SlowBy { get; init; } = TimeSpan.FromMilliseconds(700);

    /// <summary>Of so many commands to a service one is acknowledged with <c>tooManyRequests</c>, 0 never, default 23.</summary>
    public int BusyEvery { get; init; } = 23;

    /// <summary>Of so many Status one ends as <c>deviceNotReady</c> with a text that tells of a person, 0 never, default 7.</summary>
    public int RefuseEvery { get; init; } = 7;

    /// <summary>After so many customers something that tells of a person goes where it does not belong, 0 never, default 3.</summary>
    public int LeakEvery { get; init; } = 3;

    /// <summary>Values and parts that no table knows.</summary>
    public bool Unknown { get; init; } = true;

    /// <summary>Unasked pongs, default 30 s.</summary>
    public TimeSpan PongEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long its process needs to start after it ended, default 3 s.</summary>
    public TimeSpan Restart { get; init; } = TimeSpan.FromSeconds(3);
}
