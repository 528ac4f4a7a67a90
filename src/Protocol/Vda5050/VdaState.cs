namespace EdgeGateway.Protocol.Vda5050;

/// <summary>Topics <c>state</c> and <c>visualization</c>, which is a part of it. What is absent or of another kind is null.</summary>
public sealed record VdaState(VdaHeader Header)
{
    /// <summary>Empty when there was no order yet.</summary>
    public string? OrderId { get; init; }

    public string? LastNode { get; init; }

    public long? LastNodeSequence { get; init; }

    /// <summary>Nodes and edges of the order that are still before it; null when neither list is there.</summary>
    public int? Ahead { get; init; }

    public VdaPlace? Place { get; init; }

    /// <summary>Metres a second over ground, from vx and vy.</summary>
    public double? SpeedMps { get; init; }

    public bool? Driving { get; init; }

    public bool? Paused { get; init; }

    /// <summary>As it stood there, for example <c>AUTOMATIC</c>.</summary>
    public string? Mode { get; init; }

    public VdaPower? Power { get; init; }

    /// <summary><c>safetyState.eStop</c> (2.x) or <c>activeEmergencyStop</c> (3.0): <c>AUTOACK</c>, <c>MANUAL</c>, <c>REMOTE</c>, <c>NONE</c>, or a later word.</summary>
    public string? EmergencyStop { get; init; }

    public bool? FieldViolation { get; init; }

    /// <summary>Null when the list is absent: then nothing is said of errors.</summary>
    public IReadOnlyList<VdaError>? Errors { get; init; }

    /// <summary>False when the list was longer than is read, or entries could not be: what is missing may stand all the same.</summary>
    public bool IsErrorListWhole { get; init; } = true;

    /// <summary>Of orders and of instant actions; empty when absent.</summary>
    public IReadOnlyList<VdaActionState> Actions { get; init; } = [];

    /// <summary>Values that no robot can have and that were left out.</summary>
    public int Nonsense { get; init; }
}
