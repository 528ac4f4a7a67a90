namespace EdgeGateway.Protocol.Snmp;

/// <summary>How far the walk of one table goes; what lies behind is left out, and counted.</summary>
public sealed record WalkLimits
{
    public static readonly WalkLimits Usual = new();

    /// <summary>Rows, over all columns.</summary>
    public int Rows { get; init; } = 512;

    /// <summary>Bytes of values.</summary>
    public int Bytes { get; init; } = 256 * 1024;

    /// <summary>From the first question to the last.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);
}
