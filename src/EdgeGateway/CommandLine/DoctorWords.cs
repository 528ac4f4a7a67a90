using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.CommandLine;

/// <summary>What <c>doctor</c> says by itself.</summary>
internal static class DoctorWords
{
    public static readonly Words Verb = new(
        "Ask the devices what a configuration cannot tell: are they there, is their clock right, do they let us in.\nAsks every device whose entry names an \"onvif\" address. Exit code 0: all is fine; 2: there are findings, or the configuration has mistakes.",
        "询问设备配置文件无法说明的情况：是否在线、时钟是否准确、是否允许登录。\n检查所有写有 \"onvif\" 地址的设备。退出码 0：一切正常；2：发现问题或配置有错误。");

    public static readonly Words Discover = new("Look for ONVIF devices on the local network as well.", "同时在本地网络中查找 ONVIF 设备。");
    public static readonly Words DiscoverAt = new("Where to look instead of 239.255.255.250:3702; one device's address asks only that one.", "不使用 239.255.255.250:3702 时的查找地址；写单个设备地址则只询问该设备。");
    public static readonly Words NotAnAddress = new("--discover-at wants an address and a port, for example 192.0.2.30:3702", "--discover-at 应写地址和端口，例如 192.0.2.30:3702");

    public static readonly Words NothingToCheck = new(
        "Nothing to ask: no device that is switched on names an \"onvif\" address. Add one, or try --discover.",
        "没有可询问的对象：已启用的设备都没有写 \"onvif\" 地址。请添加，或使用 --discover。");

    public static Words Sum(int count, int wrong) => wrong == 0
        ? new(FormattableString.Invariant($"All {count} checks are fine."), FormattableString.Invariant($"{count} 项检查全部正常。"))
        : new(FormattableString.Invariant($"Of {count} checks, {wrong} found something."), FormattableString.Invariant($"{count} 项检查中有 {wrong} 项发现问题。"));
}
