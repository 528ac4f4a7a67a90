namespace EdgeGateway.Configuration;

/// <summary>What gives way when a lane has its quota or the disk runs short.</summary>
public enum WhenFull
{
    /// <summary>The oldest goes.</summary>
    DropOldest,

    /// <summary>The newest of each device and kind stays, and every tenth, hundredth, ... of the others.</summary>
    Thin,

    /// <summary>Nothing goes; what is new is refused, and devices that repeat do so later.</summary>
    Refuse,
}
