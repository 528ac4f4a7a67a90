using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Transport.Serial;

/// <summary>What a technician is told about the settings of a serial line.</summary>
internal static class SerialWordsForPeople
{
    public static readonly Words WriteAPort = new(
        "write the name of the line below /dev/serial/by-id, or \"tcp://host:port\" of a serial server",
        "请写 /dev/serial/by-id 下的串口名称，或串口服务器地址 \"tcp://主机:端口\"");

    public static readonly Words NotAPort = new("is no serial line", "不是串口");
    public static readonly Words NotWithAServer = new("has no meaning here: a serial server sets its own line", "此处无意义：串口参数由串口服务器设置");
    public static readonly Words SetTheServer = new("remove it, and set it in the serial server", "请删除，并在串口服务器上设置");
    public static readonly Words NoRate = new("is no rate that a serial line takes", "不是串口可用的波特率");
    public static readonly Words WriteARate = new(
        $"write one of {string.Join(", ", TtyMode.Rates)}", $"请写以下之一：{string.Join("、", TtyMode.Rates)}");

    public static readonly Words RtsIsTheFlow = new("has no meaning while RTS carries the flow control", "RTS 已用于流控，此项无意义");
    public static readonly Words OneOfBoth = new("remove it, or write \"flow\": \"none\"", "请删除，或写 \"flow\": \"none\"");
}
