using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>What a technician is told about the settings of this driver.</summary>
internal static class Xfs4IotWords
{
    public static readonly Words NotAHost = new("is neither a name nor an address", "既不是主机名也不是地址");
    public static readonly Words WriteAHost = new("write the kiosk's address such as \"192.0.2.60\"", "请写自助机的地址，例如 \"192.0.2.60\"");
    public static readonly Words NotAHostHeader = new("cannot be a Host header", "不能作为 Host 头");
    public static readonly Words WriteAHostHeader = new("write the name that the kiosk gives itself, such as \"localhost\", with or without a port", "请写自助机对自己的称呼，例如 \"localhost\"，端口可写可不写");
    public static readonly Words NotServices = new("holds a name that no service can have, a name twice, or too many", "含有服务不可能使用的名称、重复名称，或数量过多");
    public static readonly Words WriteServices = new("write up to 64 names such as \"CardReader1\", each once: letters, digits, points, hyphens, underlines", "最多 64 个名称，例如 \"CardReader1\"，不重复；只用字母、数字、点、连字符、下划线");
    public static readonly Words Both = new("names a service that is to be left alone too", "其中有服务同时被要求忽略");
    public static readonly Words WriteOnce = new("write each name in \"services\" or in \"ignore\", not in both", "每个名称只写在 \"services\" 或 \"ignore\" 之一");
    public static readonly Words NotHosts = new("holds something that is no host, or more than 8", "含有不是主机的内容，或超过 8 个");
    public static readonly Words WriteHosts = new("write up to 8 names or addresses, without ports", "最多 8 个主机名或地址，不带端口");
    public static readonly Words TooShort = new("is not longer than \"statusEvery\"", "没有长于 \"statusEvery\"");
    public static readonly Words WriteLonger = new("write more than \"statusEvery\", usually half as much again", "请写得比 \"statusEvery\" 长，通常为其一倍半");
}
