namespace EdgeGateway.Protocol.Modbus;

/// <summary>Exception codes of a refusal (xray.md section 3.4); open.</summary>
public static class ModbusRefusals
{
    public const byte Function = 0x01;
    public const byte Address = 0x02;
    public const byte Value = 0x03;
    public const byte DeviceFailure = 0x04;

    /// <summary>It was begun and takes longer.</summary>
    public const byte Accepted = 0x05;

    public const byte Busy = 0x06;

    /// <summary>A gateway has no way to the unit.</summary>
    public const byte GatewayPath = 0x0A;

    /// <summary>A gateway has heard nothing from the unit.</summary>
    public const byte GatewaySilent = 0x0B;

    /// <returns>For a person; <c>other</c> for a code that is not known.</returns>
    public static string Word(byte code) => code switch
    {
        Function => "function",
        Address => "address",
        Value => "value",
        DeviceFailure => "device-failure",
        Accepted => "accepted",
        Busy => "busy",
        GatewayPath => "gateway-path",
        GatewaySilent => "gateway-silent",
        _ => "other",
    };
}
