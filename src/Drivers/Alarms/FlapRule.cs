namespace EdgeGateway.Drivers.Alarms;

/// <summary>How often something may begin before it counts as flapping.</summary>
/// <param name="Most">Begins within the window, 1 or more.</param>
/// <param name="Window">So far is looked back.</param>
public sealed record FlapRule(int Most, TimeSpan Window)
{
    /// <summary>So long something that flaps must be over until it counts as over: further begins come no faster than those that the window has room for.</summary>
    public TimeSpan Still => Window / Most;
}
