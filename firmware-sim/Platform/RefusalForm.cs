namespace EdgeGateway.Sim.Platform;

/// <summary>Forms of refusal seen at real brokers.</summary>
public enum RefusalForm
{
    /// <summary>CONNACK in the form of the version asked for.</summary>
    ConnAck,

    /// <summary>CONNACK in the form of 3.1.1, whatever was asked for.</summary>
    OldConnAck,

    /// <summary>The link is closed without a word.</summary>
    Silent,
}
