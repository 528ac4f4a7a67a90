namespace EdgeGateway.Protocol.Hytera.Rrs;

public static class RrsOpcodes
{
    public const ushort GoingOffline = 0x0001;

    public const ushort StatusCheck = 0x0002;

    public const ushort Registration = 0x0003;

    public const ushort RegistrationAnswer = 0x0080;

    public const ushort StatusAnswer = 0x0082;
}
