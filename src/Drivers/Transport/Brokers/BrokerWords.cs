using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Transport.Brokers;

/// <summary>What is said to a technician about brokers, in both languages.</summary>
internal static class BrokerWords
{
    public static readonly Words NotAHost = new("is not a host name or address", "不是主机名或地址");
    public static readonly Words WriteAHost = new("write the name or address alone, without mqtt:// and without the port", "请只写主机名或地址，不带 mqtt:// 和端口");
    public static readonly Words PasswordAlone = new("is a password without a user", "有密码而没有用户名");
    public static readonly Words WriteUser = new("write \"user\" beside it", "请同时写 \"user\"");
    public static readonly Words BrokerNeeded = new("write \"broker\": { \"host\": \"10.1.2.3\" }", "请写 \"broker\": { \"host\": \"10.1.2.3\" }");
    public static readonly Words NotAClientId = new("is no client id that every broker takes", "不是所有代理都接受的客户端标识");
    public static readonly Words WriteAClientId = new(
        $"write 1 to {SiteBrokerReader.LongestClientId} characters of A-Z a-z 0-9 . _ : -, another one for each device",
        $"请写 1 至 {SiteBrokerReader.LongestClientId} 个字符，只用 A-Z a-z 0-9 . _ : -，每台设备各不相同");
}
