namespace EdgeGateway.Protocol.Paths;

/// <summary>What is wrong with a text that should be a path.</summary>
/// <param name="At">Character, from 1.</param>
/// <param name="Kind">What is wrong there.</param>
public readonly record struct PathFault(int At, PathFaultKind Kind);

/// <summary>Kinds of <see cref="PathFault"/>.</summary>
public enum PathFaultKind
{
    /// <summary>Nothing is written.</summary>
    Empty,

    /// <summary>Longer than <see cref="BodyPath.Longest"/> or of more than <see cref="BodyPath.MostSteps"/> steps.</summary>
    TooLong,

    /// <summary>A name is missing: two dots in a row, a dot at the end, a bracket at the beginning.</summary>
    NameMissing,

    /// <summary>A blank, a control character or a closing bracket stands in a name.</summary>
    Character,

    /// <summary>Between brackets stands nothing, for every item, or a number from 0 to 4095; and behind them a dot, a bracket or the end.</summary>
    Bracket,

    /// <summary>A name in single quotes is empty or does not end.</summary>
    Quote,
}
