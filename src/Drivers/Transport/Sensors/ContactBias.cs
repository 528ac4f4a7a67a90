namespace EdgeGateway.Drivers.Transport.Sensors;

/// <summary>What draws an open line to a level.</summary>
public enum ContactBias
{
    /// <summary>Left as the board has it.</summary>
    AsIs,

    PullUp,

    PullDown,

    Disabled,
}
