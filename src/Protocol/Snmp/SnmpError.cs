namespace EdgeGateway.Protocol.Snmp;

/// <summary>Error status of an answer (RFC 1157 section 4.1.1); agents of later versions use higher ones for who may see what.</summary>
public static class SnmpError
{
    public const int None = 0;

    public const int TooBig = 1;

    public const int NoSuchName = 2;

    public const int GenErr = 5;

    public const int NoAccess = 6;

    public const int AuthorizationError = 16;
}
