namespace EdgeGateway.Protocol.Modbus;

/// <summary>The four tables of a Modbus device.</summary>
public enum ModbusArea
{
    /// <summary>Read with function 01, written with 05 and 0F.</summary>
    Coil,

    /// <summary>Read with function 02.</summary>
    Discrete,

    /// <summary>Read with function 04.</summary>
    Input,

    /// <summary>Read with function 03, written with 06 and 10.</summary>
    Holding,
}
