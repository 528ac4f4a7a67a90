namespace EdgeGateway.Protocol.Modbus;

/// <summary>Who speaks.</summary>
public enum ModbusDirection
{
    /// <summary>The master asks.</summary>
    Request,

    /// <summary>A unit answers.</summary>
    Response,
}
