using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Onvif;

namespace EdgeGateway.Doctor;

/// <summary>What the doctor says of devices that speak ONVIF.</summary>
internal static class OnvifWords
{
    public static readonly Words CheckTheLink = new(
        "check power, cable and address; switch ONVIF on in the device's menu, and write its port behind the address when it is not 80",
        "请检查电源、网线和地址；在设备菜单中启用 ONVIF，端口不是 80 时写在地址后面");

    public static readonly Words SetItsClock = new(
        "set the same NTP server for the device and for this machine, and the right time zone; passages are judged by that clock",
        "请为设备和本机设置同一 NTP 服务器以及正确的时区；过车时间以该时钟为准");

    public static readonly Words MakeAUser = new(
        "make a user in the device's ONVIF menu (many devices keep a list of their own for it) with the name and password of this entry",
        "请在设备的 ONVIF 菜单中建立用户（许多设备为此另有用户表），用户名和密码与本条目相同");

    public static readonly Words Nobody = new("No device answered the discovery.", "没有设备响应发现请求。");

    public static readonly Words SameNetwork = new(
        "discovery crosses no router: run it on a network card of the devices' own network, and see that multicast is allowed there; or write \"onvif\" at the device",
        "发现请求不能跨路由器：请在设备所在网段的网卡上运行，并确认该网段允许组播；或在设备条目中写 \"onvif\"");

    public static Words NoAnswer(Uri service, string why) => new($"Nobody answers ONVIF at {service}: {why}", $"{service} 没有 ONVIF 应答：{why}");

    public static Words ClockFine(TimeSpan offset) => new(
        FormattableString.Invariant($"It is there; its clock is {offset.TotalSeconds:+0.0;-0.0} s against this machine's."),
        FormattableString.Invariant($"设备在线；与本机时钟相差 {offset.TotalSeconds:+0.0;-0.0} 秒。"));

    public static Words ClockOff(TimeSpan offset) => new(
        FormattableString.Invariant($"Its clock is {offset.Duration().TotalSeconds:0.0} s {(offset < TimeSpan.Zero ? "behind" : "ahead of")} this machine's; a checkpoint allows 1 s."),
        FormattableString.Invariant($"设备时钟比本机{(offset < TimeSpan.Zero ? "慢" : "快")} {offset.Duration().TotalSeconds:0.0} 秒；卡口允许误差 1 秒。"));

    public static Words Known(OnvifDevice device)
    {
        string name = string.Join(' ', new[] { device.Manufacturer, device.Model }.OfType<string>());
        return new($"It is a {name}, firmware {device.Firmware ?? "-"}, serial {device.Serial ?? "-"}.", $"设备为 {name}，固件 {device.Firmware ?? "-"}，序列号 {device.Serial ?? "-"}。");
    }

    public static Words NotLetIn(string refusal) => new($"It does not tell what it is: {refusal}.", $"设备不告知型号：{refusal}。");

    public static Words Found(ProbeMatch match)
    {
        string name = string.Join(' ', new[] { match.Name, match.Hardware }.OfType<string>());
        return new($"{(name.Length > 0 ? name : "a device")} at {match.Addresses[0]}", $"{(name.Length > 0 ? name : "设备")}，地址 {match.Addresses[0]}");
    }

    public static Words CannotAsk(string why) => new($"The network cannot be asked: {why}.", $"无法向网络发送请求：{why}。");
}
