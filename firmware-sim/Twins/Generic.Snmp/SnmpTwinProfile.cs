namespace EdgeGateway.Sim.Twins.Generic.Snmp;

/// <summary>What an agent speaks for, what happens to it, and how it misbehaves.</summary>
public sealed record SnmpTwinProfile
{
    /// <summary>A switch instead of a printer.</summary>
    public bool IsSwitch { get; init; }

    /// <summary>Who may read; nobody may write.</summary>
    public string Community { get; init; } = "public";

    /// <summary>Of a switch, 1 to 200.</summary>
    public int Ports { get; init; } = 8;

    /// <summary>This port of a switch goes down and up by itself; 0: none.</summary>
    public int FlappingPort { get; init; }

    /// <summary>How long it stays as it is.</summary>
    public TimeSpan Flap { get; init; } = TimeSpan.FromSeconds(5);

    public IReadOnlyList<SnmpTwinEvent> Events { get; init; } = [];

    public SnmpFaultPlan Faults { get; init; } = new();
}

/// <param name="After">From the beginning.</param>
/// <param name="What">
/// Of a printer <c>toner</c>, <c>paper</c>, <c>waste</c> (percent left), <c>jam</c>, <c>cover</c>, <c>sleep</c> (1 or 0); of a switch <c>port-N</c> (1 up,
/// 0 down) or <c>restart</c>.
/// </param>
/// <param name="Value">Its new value.</param>
public sealed record SnmpTwinEvent(TimeSpan After, string What, int Value);

/// <summary>What the agent does wrong; a number is every how many questions, 0 never.</summary>
public sealed record SnmpFaultPlan
{
    /// <summary>No answer; its repetition gets one.</summary>
    public int MuteEvery { get; init; }

    /// <summary>In front of the answer goes one under another request id.</summary>
    public int WrongIdEvery { get; init; }

    /// <summary>A walk never comes forward.</summary>
    public bool Loops { get; init; }
}
