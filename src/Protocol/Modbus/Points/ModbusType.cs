namespace EdgeGateway.Protocol.Modbus.Points;

/// <summary>How the bits of a point are to be understood (xray.md section 3.2).</summary>
public enum ModbusType
{
    /// <summary>A coil, a discrete input, or one bit of a word.</summary>
    Bool,
    I16,
    U16,
    I32,
    U32,
    I64,
    U64,

    /// <summary>IEEE 754, two words.</summary>
    F32,

    /// <summary>IEEE 754, four words.</summary>
    F64,

    /// <summary>Two characters a word, the first in the high byte, padded with NUL or blanks.</summary>
    String,
}
