namespace EdgeGateway.Sim.Twins.Cabinet.Nut;

/// <summary>The UPSs of a server, what happens to them, and how the server misbehaves.</summary>
public sealed record NutProfile
{
    /// <summary>Names of its UPSs.</summary>
    public IReadOnlyList<string> Ups { get; init; } = ["main"];

    /// <summary>Who may log in; null: everybody may.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    public IReadOnlyList<NutEvent> Events { get; init; } = [];

    public NutFaults Faults { get; init; } = new();

    /// <summary>What stands so long no gateway misses, whatever happens to it; default 20 s.</summary>
    public TimeSpan Noticed { get; init; } = TimeSpan.FromSeconds(20);
}

/// <param name="After">From the beginning.</param>
/// <param name="Ups">Null: all.</param>
/// <param name="Variable">For example <c>ups.status</c>; <c>stale</c> and <c>gone</c> are about the UPS itself, with 1 and 0.</param>
/// <param name="Value">Its new value.</param>
public sealed record NutEvent(TimeSpan After, string? Ups, string Variable, string Value);

/// <summary>What the server does wrong; a number is every how many answers, 0 never.</summary>
public sealed record NutFaults
{
    /// <summary>A line that means nothing before the answer.</summary>
    public int Noise { get; init; }

    /// <summary>A line of 10,000 bytes before the answer.</summary>
    public int LongLine { get; init; }

    /// <summary>Variables of a UPS that was not asked for among the answer.</summary>
    public int OtherUps { get; init; }

    /// <summary>One byte at a time.</summary>
    public bool ByteByByte { get; init; }
}
