namespace EdgeGateway.Sim.Scenarios;

/// <summary>Who opens the connection.</summary>
public enum DeviceMode
{
    /// <summary>The device posts to the gateway's inbox.</summary>
    Push,

    /// <summary>The gateway asks, the device is the server.</summary>
    Pull,
}
