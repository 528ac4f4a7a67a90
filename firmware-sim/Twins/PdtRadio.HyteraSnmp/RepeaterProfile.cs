namespace EdgeGateway.Sim.Twins.PdtRadio.HyteraSnmp;

/// <summary>How a repeater behaves over SNMP; everything that is not said is well-behaved.</summary>
public sealed record RepeaterProfile
{
    /// <summary>Read community; there is no other, because nothing can be written.</summary>
    public string Community { get; init; } = "public";

    /// <summary>Suffixes below 1.3.6.1.4.1.40297.1.2 that the model does not have, such as <c>1.2.5</c>.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Suffixes of float4 objects that hold no number.</summary>
    public IReadOnlyList<string> NotANumber { get; init; } = [];

    /// <summary>Suffixes that the agent fails over with genErr.</summary>
    public IReadOnlyList<string> Failing { get; init; } = [];

    /// <summary>Most objects in one question; more are too big. Default no limit.</summary>
    public int MostObjects { get; init; } = int.MaxValue;

    /// <summary>Every n-th question gets no answer; 0 for none. The repetition of it does.</summary>
    public int MuteEvery { get; init; }

    /// <summary>Every n-th answer comes only with the next question; 0 for none.</summary>
    public int LateEvery { get; init; }

    /// <summary>In front of every n-th answer goes one under another request id; 0 for none.</summary>
    public int WrongIdEvery { get; init; }

    /// <summary>Alarm objects that change: seconds after the start, suffix, value.</summary>
    public IReadOnlyList<AlarmStep> Alarms { get; init; } = [];
}

/// <param name="After">Since the start.</param>
/// <param name="Suffix">Such as <c>1.1.6</c>.</param>
/// <param name="Value">0 is normal.</param>
public sealed record AlarmStep(TimeSpan After, string Suffix, int Value);
