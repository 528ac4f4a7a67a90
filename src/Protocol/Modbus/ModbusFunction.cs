namespace EdgeGateway.Protocol.Modbus;

/// <summary>Function codes (xray.md section 3.4).</summary>
public static class ModbusFunction
{
    public const byte ReadCoils = 0x01;
    public const byte ReadDiscreteInputs = 0x02;
    public const byte ReadHoldingRegisters = 0x03;
    public const byte ReadInputRegisters = 0x04;
    public const byte WriteSingleCoil = 0x05;
    public const byte WriteSingleRegister = 0x06;
    public const byte WriteMultipleCoils = 0x0F;
    public const byte WriteMultipleRegisters = 0x10;

    /// <summary>Set in the function of an answer that says no.</summary>
    public const byte Refused = 0x80;

    public static byte ToRead(ModbusArea area) => area switch
    {
        ModbusArea.Coil => ReadCoils,
        ModbusArea.Discrete => ReadDiscreteInputs,
        ModbusArea.Holding => ReadHoldingRegisters,
        _ => ReadInputRegisters,
    };

    public static bool ReadsBits(byte function) => function is ReadCoils or ReadDiscreteInputs;

    public static bool ReadsWords(byte function) => function is ReadHoldingRegisters or ReadInputRegisters;

    public static bool WritesOne(byte function) => function is WriteSingleCoil or WriteSingleRegister;

    public static bool WritesSeveral(byte function) => function is WriteMultipleCoils or WriteMultipleRegisters;

    public static bool IsKnown(byte function) => ReadsBits(function) || ReadsWords(function) || WritesOne(function) || WritesSeveral(function);
}
