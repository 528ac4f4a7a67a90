namespace EdgeGateway.Protocol.Snmp;

/// <summary>
/// The tags of SNMP versions 1 (RFC 1155, RFC 1157) and 2c (RFC 3416) that are read here, and those that are written: no request
/// that changes anything is among them.
/// </summary>
public static class BerTag
{
    public const byte Integer = 0x02;

    public const byte OctetString = 0x04;

    public const byte Null = 0x05;

    public const byte ObjectIdentifier = 0x06;

    public const byte Sequence = 0x30;

    public const byte IpAddress = 0x40;

    public const byte Counter = 0x41;

    public const byte Gauge = 0x42;

    public const byte TimeTicks = 0x43;

    /// <summary>Bytes of anything; the one use that is known is the floating point number of Net-SNMP.</summary>
    public const byte Opaque = 0x44;

    public const byte Counter64 = 0x46;

    /// <summary>Version 2c, in place of a value: the agent knows no such object.</summary>
    public const byte NoSuchObject = 0x80;

    /// <summary>Version 2c, in place of a value: the object is known and has no such row.</summary>
    public const byte NoSuchInstance = 0x81;

    /// <summary>Version 2c, in place of a value: nothing comes behind that name.</summary>
    public const byte EndOfMibView = 0x82;

    public const byte GetRequest = 0xA0;

    public const byte GetNextRequest = 0xA1;

    public const byte GetResponse = 0xA2;

    public const byte Trap = 0xA4;

    /// <summary>Version 2c only.</summary>
    public const byte GetBulkRequest = 0xA5;
}
