using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>What a technician is told about the settings of links to radios.</summary>
internal static class LinkWordsForPeople
{
    public static readonly Words WriteAHost = new("write the IP address or name of the radio or repeater", "请写电台或中转台的 IP 地址或域名");
    public static readonly Words NotAHost = new("is not an address", "不是有效地址");
    public static readonly Words NotWholeSeconds = new("is not a number of whole seconds", "不是整秒");
    public static readonly Words WriteWholeSeconds = new("write whole seconds, such as \"30m\"", "请写整秒，例如 \"30m\"");
    public static readonly Words PortTwice = new("uses a port twice", "端口重复");
    public static readonly Words OnePortEach = new("write a port of its own for each service", "请为每个业务写不同的端口");
    public static readonly Words NoService = new("names a service that is not carried here", "包含此处不支持的业务");
    public static readonly Words WriteServices = new("write some of \"rrs\", \"lp\", \"tmp\", \"rcp\"", "请写 \"rrs\"、\"lp\"、\"tmp\"、\"rcp\" 中的若干项");
    public static readonly Words OnlySerial = new("has no meaning without a serial line", "非串口方式时无意义");
    public static readonly Words RemoveOrSerial = new("remove it, or write \"mode\": \"serial\"", "请删除，或写 \"mode\": \"serial\"");
    public static readonly Words OnlyUdp = new("has no meaning on a serial line", "串口方式时无意义");
    public static readonly Words RemoveOrUdp = new("remove it, or write \"mode\": \"udp-hrnp\" or \"udp\"", "请删除，或写 \"mode\": \"udp-hrnp\" 或 \"udp\"");
    public static readonly Words OnlyBare = new("has no meaning where everything goes through the one HRNP port", "所有业务都走 HRNP 端口时无意义");
    public static readonly Words RemoveOrBare = new("remove it, or write \"mode\": \"udp\"", "请删除，或写 \"mode\": \"udp\"");
}
