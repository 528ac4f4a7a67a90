namespace EdgeGateway.Protocol.Modbus.Points;

/// <summary>In which order the bytes of a value stand in its words; A is the most significant byte (xray.md section 3.2).</summary>
public enum ModbusOrder
{
    /// <summary>The first word is the high one.</summary>
    Abcd,

    /// <summary>The first word is the low one.</summary>
    Cdab,

    /// <summary>The bytes of each word are swapped.</summary>
    Badc,

    /// <summary>Words and bytes are swapped.</summary>
    Dcba,
}
