using EdgeGateway.Protocol.Vda5050;

namespace EdgeGateway.Drivers.PatrolRobot.Vda5050;

/// <summary>All that is known of the robot now: each message replaces what it speaks of.</summary>
internal sealed record RobotKnown
{
    public bool Online { get; init; }

    /// <summary>The robot's own word.</summary>
    public string? Connection { get; init; }

    public string? Series { get; init; }

    /// <summary>What it says that it speaks.</summary>
    public string? Version { get; init; }

    public VdaPlace? Place { get; init; }

    public double? SpeedMps { get; init; }

    public bool? Driving { get; init; }

    public bool? Paused { get; init; }

    public string? Mode { get; init; }

    public VdaPower? Power { get; init; }

    public string? EmergencyStop { get; init; }

    public bool? FieldViolation { get; init; }

    public string? OrderId { get; init; }

    public int? Ahead { get; init; }

    public bool HasOpenActions { get; init; }

    public string? LastNode { get; init; }

    public long? LastNodeSequence { get; init; }

    /// <summary>A message of the robot itself: it is there, whatever was said of its link before.</summary>
    public RobotKnown With(VdaState state) => this with
    {
        Online = true,
        Version = state.Header.Version ?? Version,
        Place = state.Place ?? Place,
        SpeedMps = state.SpeedMps ?? SpeedMps,
        Driving = state.Driving ?? Driving,
        Paused = state.Paused ?? Paused,
        Mode = state.Mode ?? Mode,
        Power = state.Power ?? Power,
        EmergencyStop = state.EmergencyStop ?? EmergencyStop,
        FieldViolation = state.FieldViolation ?? FieldViolation,
        OrderId = state.OrderId ?? OrderId,
        Ahead = state.Ahead ?? Ahead,
        HasOpenActions = state.OrderId is null ? HasOpenActions : state.Actions.Any(action => !action.IsOver),
        LastNode = state.LastNode ?? LastNode,
        LastNodeSequence = state.LastNodeSequence ?? LastNodeSequence,
    };
}
