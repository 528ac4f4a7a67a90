namespace EdgeGateway.Devices;

/// <summary>How patient the host is with a device.</summary>
public sealed record DeviceLimits
{
    /// <summary>Longest for open, greet and log in; default 30 s.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest for saying goodbye; default 5 s.</summary>
    public TimeSpan Goodbye { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Back-off after a failure, least; default 1 s.</summary>
    public TimeSpan BackoffLeast { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Back-off after a failure, most; default 30 s.</summary>
    public TimeSpan BackoffMost { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After this many failures in a row the device is quarantined; default 10.</summary>
    public int QuarantineAfter { get; init; } = 10;

    /// <summary>Longest wait in quarantine; default 5 min.</summary>
    public TimeSpan QuarantineMost { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A conversation that lasted this long clears the count of failures; default 10 s: cameras that end their stream every half minute are a fact of the field.</summary>
    public TimeSpan Stable { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Without a sign of life for this long a device is unknown, not fine; default 5 min.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How far a device's clock may be off before that is an alarm; default 1 s (GA/T 832-2014).</summary>
    public TimeSpan ClockLimit { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long it must be off, or right again, to be believed; default 1 min.</summary>
    public TimeSpan ClockHold { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Over how much time the quickest reading is looked for; default 10 min, on quiet roads as long as five readings take.</summary>
    public TimeSpan ClockWindow { get; init; } = TimeSpan.FromMinutes(10);
}
