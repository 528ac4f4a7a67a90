namespace EdgeGateway.Protocol.Model;

/// <summary>Who said when a reading happened.</summary>
public enum TimeOrigin
{
    /// <summary>The device's own clock.</summary>
    Device,

    /// <summary>The gateway's clock at receipt, because the device said nothing usable.</summary>
    Gateway,
}
