namespace EdgeGateway.Protocol.Modbus;

/// <summary>Why bytes are no Modbus message, or not the one that was due.</summary>
public static class ModbusFaults
{
    /// <summary>Fewer bytes than the function needs.</summary>
    public const string Short = "modbus-short";

    /// <summary>More bytes than the function needs.</summary>
    public const string Trailing = "modbus-trailing";

    /// <summary>A function that is not spoken here.</summary>
    public const string Function = "modbus-function";

    /// <summary>None, or more values than one request may name, or addresses behind the last.</summary>
    public const string Count = "modbus-count";

    /// <summary>The byte count does not fit the number of values.</summary>
    public const string ByteCount = "modbus-byte-count";

    /// <summary>A coil is written with neither FF00 nor 0000.</summary>
    public const string CoilValue = "modbus-coil-value";

    /// <summary>The answer is to another function than was asked.</summary>
    public const string OtherFunction = "modbus-other-function";

    /// <summary>The answer to a write names another address or value than was written.</summary>
    public const string OtherEcho = "modbus-other-echo";

    /// <summary>The answer comes from another unit than was asked.</summary>
    public const string OtherUnit = "modbus-other-unit";

    /// <summary>Bytes 2 and 3 are not 0: no Modbus TCP, or its frames were lost track of.</summary>
    public const string Protocol = "mbap-protocol";

    /// <summary>The length is none that a frame can have: where the next one begins cannot be known.</summary>
    public const string Length = "mbap-length";

    /// <summary>Bytes on a line that are part of no frame with a right check sum.</summary>
    public const string Noise = "rtu-noise";
}
