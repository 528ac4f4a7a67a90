using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>What a technician reads of wrong settings, in both languages.</summary>
internal static class DicosWordsForPeople
{
    public static readonly Words WriteRule = new("write { \"text\": \"part of the device's words\", \"category\": \"P02.01\" }", "请写 { \"text\": \"设备用词的一部分\", \"category\": \"P02.01\" }");
    public static readonly Words NoAddress = new("is no address", "不是地址");
    public static readonly Words WriteListen = new("write address:port, such as \"0.0.0.0:11112\"", "请写 地址:端口，如 \"0.0.0.0:11112\"");
    public static readonly Words WriteAddress = new("write addresses such as \"192.168.1.20\", at most 64", "请写地址，如 \"192.168.1.20\"，最多 64 个");
    public static readonly Words NoTitle = new("is no AE title", "不是 AE 标题");
    public static readonly Words WriteTitle = new("write 1 to 16 letters, digits or signs of ASCII, no backslash; lists hold at most 64", "请写 1 到 16 个 ASCII 字符，不含反斜杠；列表最多 64 项");
    public static readonly Words TooMuchAtOnce = new("times storescp.associations is more than 2 GB of memory", "乘以 storescp.associations 超过 2 GB 内存");
    public static readonly Words WriteLess = new("make mostBytes or associations smaller", "请减小 mostBytes 或 associations");
    public static readonly Words NoUid = new("is no UID", "不是 UID");
    public static readonly Words WriteUid = new("write digits and dots, at most 64, such as \"1.2.840.10008.5.1.4.1.1.2\"; lists hold at most 64", "请写数字和点，最长 64 位，如 \"1.2.840.10008.5.1.4.1.1.2\"；列表最多 64 项");
}
