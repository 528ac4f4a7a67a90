namespace EdgeGateway.Sim.Twins.PatrolRobot.Vda5050;

/// <summary>How the robot is at one moment.</summary>
internal sealed record RobotSnapshot(RoutePoint Place, double Speed, bool Driving, bool Paused, string Stop, double Battery)
{
    public IReadOnlyList<RobotError> Errors { get; init; } = [];

    public IReadOnlyList<(string Id, string Type, string Status)> Actions { get; init; } = [];

    /// <summary>What a change of makes the robot say its state at once (VDA 5050 2.1 section 6.10).</summary>
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string>
    {
        ["driving"] = Driving ? "true" : "false",
        ["paused"] = Paused ? "true" : "false",
        ["emergencyStop"] = Stop,
        ["lastNode"] = $"n{Place.Node % 4}",
        ["mission.index"] = FormattableString.Invariant($"{2 * Place.Node}"),
    };

    /// <summary>Whether it must be said at once.</summary>
    public bool Differs(RobotSnapshot? told) =>
        told is null || !told.Facts.SequenceEqual(Facts) || !told.Errors.SequenceEqual(Errors) || !told.Actions.SequenceEqual(Actions);
}

/// <param name="Type">Its name.</param>
/// <param name="Level">As its version spells it.</param>
/// <param name="Text">For people.</param>
/// <param name="ActionId">The action that it is about; null for none.</param>
internal sealed record RobotError(string Type, string Level, string Text, string? ActionId = null);
