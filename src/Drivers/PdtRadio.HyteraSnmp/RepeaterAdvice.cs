using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.PdtRadio.HyteraSnmp;

/// <summary>What a technician does about a trouble of a repeater.</summary>
internal static class RepeaterAdvice
{
    public static readonly Words Voltage = new("measure the supply at the repeater; low: mains or battery, high or abnormal: the power supply", "在中继台处测量供电电压；偏低检查市电或蓄电池，偏高或异常检查电源");
    public static readonly Words Temperature = new("look at fans, filters and air conditioning of the cabinet", "检查机柜的风扇、滤网和空调");
    public static readonly Words Vswr = new("transmit power comes back: check antenna, feeder, duplexer and connectors", "发射功率被反射：检查天线、馈线、双工器和接头");
    public static readonly Words Pll = new("the synthesiser does not lock: the repeater needs service", "锁相环失锁：中继台需要送修");
    public static readonly Words Battery = new("test and replace the battery", "检测并更换蓄电池");
    public static readonly Words Link = new("check power, network and the repeater's SNMP settings", "检查供电、网络和中继台的 SNMP 设置");
}
