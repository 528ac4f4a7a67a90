namespace EdgeGateway.Sim.Verbs;

/// <summary>Exit codes of edgesim.</summary>
public static class Exit
{
    public const int Fine = 0;
    public const int Failure = 1;

    /// <summary>Wrong arguments, or a scenario that cannot be used.</summary>
    public const int BadArguments = 2;
}
