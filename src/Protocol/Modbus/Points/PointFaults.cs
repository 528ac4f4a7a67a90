namespace EdgeGateway.Protocol.Modbus.Points;

/// <summary>Why a value is not written.</summary>
public static class PointFaults
{
    /// <summary>The site has not switched writing on for this point, or its table cannot be written.</summary>
    public const string NotWritable = "not-writable";

    /// <summary>A text for a number, a number for a bit, and the like.</summary>
    public const string WrongType = "wrong-type";

    /// <summary>Outside what the site allows, or what the type holds.</summary>
    public const string OutOfRange = "out-of-range";
}
