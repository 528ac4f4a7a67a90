namespace EdgeGateway.Protocol.Modbus;

/// <summary>Sizes that the protocol sets (xray.md section 3.4).</summary>
public static class ModbusLimits
{
    public const int BitsRead = 2000;
    public const int WordsRead = 125;
    public const int BitsWritten = 1968;
    public const int WordsWritten = 123;

    /// <summary>Function and data.</summary>
    public const int LongestPdu = 253;

    /// <summary>Addresses of one area.</summary>
    public const int Addresses = 65_536;

    /// <returns>The most values that one request with this function may name; 0 for a function that is not known.</returns>
    public static int Of(byte function) => function switch
    {
        ModbusFunction.ReadCoils or ModbusFunction.ReadDiscreteInputs => BitsRead,
        ModbusFunction.ReadHoldingRegisters or ModbusFunction.ReadInputRegisters => WordsRead,
        ModbusFunction.WriteMultipleCoils => BitsWritten,
        ModbusFunction.WriteMultipleRegisters => WordsWritten,
        ModbusFunction.WriteSingleCoil or ModbusFunction.WriteSingleRegister => 1,
        _ => 0,
    };
}
