namespace EdgeGateway.Tests.Protocol.Modbus;

/// <summary>Bytes of xray.md section 7.3, recorded between two programs that we did not write.</summary>
internal static class ModbusVectors
{
    /// <summary>Name, request and response, Modbus TCP.</summary>
    public static readonly (string Name, string Request, string Response)[] Tcp =
    [
        ("M1", "000100000006010200000010", "00010000000501020279d3"),
        ("M2", "000100000006010400000006", "00010000000f01040c000b00000642032cffdd01a1"),
        ("M3", "000100000006010400060002", "0001000000070104043e4ccccd"),
        ("M4", "000100000006010400080006", "00010000000f01040c000111eb000000260012d687"),
        ("M5", "0001000000060104000e0002", "00010000000701040449ba3e0c"),
        ("M6", "00010000000601040010000e", "00010000001f01041c000111eb000212345346313233343536373839303132330000000000"),
        ("M7", "000100000006010600000002", "000100000006010600000002"),
    ];

    /// <summary>The same of a serial line.</summary>
    public static readonly (string Name, string Request, string Response)[] Rtu =
    [
        ("M8", "1104000200045299", "1104080642032cffdd01a16310"),
        ("M9", "1102000000107b56", "11020279d31a76"),
    ];

    public static byte[] Bytes(string hex) => Convert.FromHexString(hex);
}
