namespace EdgeGateway.Drivers.Kiosk;

/// <summary>What was used within a time in which the supply was watched and nobody filled it.</summary>
/// <param name="Seconds">How long, by a clock that nobody sets.</param>
/// <param name="Change">Of the level, in its own measure; negative while it is used up.</param>
/// <param name="Steps">How often the level was another than before.</param>
internal readonly record struct UseSpan(double Seconds, double Change, int Steps)
{
    public static UseSpan operator +(UseSpan one, UseSpan other) => new(one.Seconds + other.Seconds, one.Change + other.Change, one.Steps + other.Steps);
}
