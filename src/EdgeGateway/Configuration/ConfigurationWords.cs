using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Configuration;

/// <summary>What the configuration says to a technician, in both languages.</summary>
internal static class ConfigurationWords
{
    public static readonly Words FileNotReadable = new("the file cannot be read", "无法读取文件");
    public static readonly Words NameTheFile = new("name an existing file that this user may read", "请给出存在且当前用户可读的文件");
    public static readonly Words FileTooLarge = new("the file is too large", "文件过大");
    public static readonly Words NotUtf8 = new("the text from here on is not UTF-8", "从此处起不是 UTF-8 编码");
    public static readonly Words SaveAsUtf8 = new("save the file as UTF-8 (not GBK, not UTF-16)", "请将文件另存为 UTF-8（不是 GBK 或 UTF-16）");
    public static readonly Words HalfCharacter = new("a \\u escape gives half a character", "\\u 转义只给出了半个字符");
    public static readonly Words WriteItWhole = new("write the character itself, or both halves of the escape", "请直接写该字符，或写全两个转义");

    public static readonly Words OverrideName = new("is not a name of a setting", "不是设置项的名称");
    public static readonly Words WriteOverride = new("write for example EDGEGATEWAY__uplink__brokers__0__host, one variable a setting", "请写成如 EDGEGATEWAY__uplink__brokers__0__host，每个设置项一个变量");
    public static readonly Words OverrideIndex = new("names an entry that the list does not have", "所指的列表项不存在");
    public static readonly Words OverrideTwice = new("contradicts a variable with a shorter name", "与名称更短的变量冲突");

    public static readonly Words SiteNeeded = new("write \"site\": { \"code\": \"440100000012100001\" }", "请写 \"site\": { \"code\": \"440100000012100001\" }");
    public static readonly Words GatewayNeeded = new("write \"gateway\": { \"id\": \"gz-baiyun-01\" }", "请写 \"gateway\": { \"id\": \"gz-baiyun-01\" }");
    public static readonly Words StoreNeeded = new("write \"store\": { \"folder\": \"data\" }", "请写 \"store\": { \"folder\": \"data\" }");
    public static readonly Words UplinkNeeded = new("write \"uplink\": { \"brokers\": [ { \"host\": \"10.1.2.3\" } ] }", "请写 \"uplink\": { \"brokers\": [ { \"host\": \"10.1.2.3\" } ] }");
    public static readonly Words DevicesNeeded = new("write \"devices\": [ { \"id\": \"cam-01\", \"driver\": \"...\" } ]", "请写 \"devices\": [ { \"id\": \"cam-01\", \"driver\": \"...\" } ]");
    public static readonly Words NotAName = new("is not a name that can stand in a topic", "不能用作主题中的名称");
    public static readonly Words WriteAName = new($"write {NameRule.InWords}", "请写 1 至 64 个字符，只用 A-Z a-z 0-9 . _ -");
    public static readonly Words NotARoot = new("is not a topic root", "不是有效的主题根");
    public static readonly Words WriteARoot = new($"write for example \"{Topics.DefaultRoot}\": levels of A-Z a-z 0-9 . _ - with / between them, 200 characters at most", $"请写成如 \"{Topics.DefaultRoot}\"：各级只用 A-Z a-z 0-9 . _ -，以 / 分隔，总长不超过 200");
    public static readonly Words FolderNeeded = new("write a folder, absolute or relative to this file", "请写文件夹，可用绝对路径或相对本文件的路径");
    public static readonly Words NotAPath = new("is not a path", "不是有效的路径");
    public static readonly Words NotAnAddress = new("is not an address of this machine", "不是本机地址");
    public static readonly Words WriteAnAddress = new("write an IP address: 127.0.0.1, that of one network card, or 0.0.0.0 for all of them", "请写 IP 地址：127.0.0.1、某块网卡的地址，或 0.0.0.0 表示全部");
    public static readonly Words BackoffOrder = new("is below \"backoffLeast\"", "小于 \"backoffLeast\"");
    public static readonly Words WriteMore = new("write at least the value of \"backoffLeast\"", "请写不小于 \"backoffLeast\" 的值");
    public static readonly Words LatNeeded = new("write degrees north, -90 to 90", "请写纬度，-90 到 90，北为正");
    public static readonly Words LonNeeded = new("write degrees east, -180 to 180", "请写经度，-180 到 180，东为正");
    public static readonly Words NotAZone = new("is not an offset from UTC", "不是 UTC 时差");
    public static readonly Words WriteAZone = new("write for example \"+08:00\", from -14:00 to +14:00", "请写成如 \"+08:00\"，范围 -14:00 到 +14:00");
    public static readonly Words Reserved = new("is kept for the gateway itself", "是网关自身保留的名称");
    public static readonly Words OtherName = new("choose another name", "请换一个名称");
    public static readonly Words UnknownDriver = new("is not a driver of this gateway", "不是本网关的驱动");
    public static readonly Words InboxMissing = new("pushes to the gateway, and there is no inbox", "设备要向网关推送，但没有配置收件口");
    public static readonly Words WriteInbox = new("write \"inbox\": { \"port\": 8080 } at the top level", "请在顶层写 \"inbox\": { \"port\": 8080 }");

    public static readonly Words NotAKeep = new("is not a time to keep things for", "不是有效的保留时间");
    public static readonly Words WriteAKeep = new("write a duration from \"1h\" to \"3650d\", or \"always\" to keep them until they are delivered", "请写 \"1h\" 到 \"3650d\" 的时长，或写 \"always\" 表示保留到发送成功");
    public static readonly Words NotACheckpoint = new("is not a checkpoint code", "不是卡口编号");
    public static readonly Words WriteACheckpoint = new("write the 20 digits of the code", "请写 20 位数字编号");
    public static readonly Words NotACollector = new("is not the address of a collector", "不是采集器的地址");
    public static readonly Words WriteACollector = new("write for example \"http://127.0.0.1:4318/v1/metrics\"", "请写成如 \"http://127.0.0.1:4318/v1/metrics\"");

    public static Words AtMost(string size) => new($"at most {size}", $"最大 {size}");

    public static Words IndexUpTo(int next) => new(
        FormattableString.Invariant($"write an index from 0 to {next}; {next} adds an entry"),
        FormattableString.Invariant($"序号请写 0 到 {next}；{next} 表示新增一项"));

    public static Words DeviceTwice(string first) => new($"is the id of {first} too", $"与 {first} 的 id 相同");

    public static Words KnownDrivers(IReadOnlyList<string> known, string? nearest)
    {
        string all = known.Count == 0 ? "-" : string.Join(", ", known);
        return nearest is null
            ? new Words($"known drivers: {all}", $"可用驱动：{all}")
            : new Words($"did you mean \"{nearest}\"? known drivers: {all}", $"是否想写 \"{nearest}\"？可用驱动：{all}");
    }
}
