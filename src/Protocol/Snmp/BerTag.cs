namespace EdgeGateway.Protocol.Snmp;

/// <summary>The tags of SNMP version 1 (RFC 1155, RFC 1157) that are read here, and those that are written: no request that changes anything is among them.</summary>
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

    public const byte GetRequest = 0xA0;

    public const byte GetNextRequest = 0xA1;

    public const byte GetResponse = 0xA2;

    public const byte Trap = 0xA4;
}
