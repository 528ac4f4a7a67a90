using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.PdtRadio.HyteraSnmp;

/// <summary>What a technician is told about the settings of this driver.</summary>
internal static class HyteraSnmpWords
{
    public static readonly Words NotAHost = new("is neither a name nor an address", "既不是主机名也不是地址");
    public static readonly Words WriteAHost = new("write the repeater's address such as \"192.0.2.40\"", "请写中继台的地址，例如 \"192.0.2.40\"");
    public static readonly Words NotACommunity = new("cannot be an SNMP community", "不能作为 SNMP 团体名");
    public static readonly Words WriteACommunity = new("1 to 64 printable ASCII characters without blanks", "请用 1 到 64 个可打印的 ASCII 字符，不含空格");
    public static readonly Words NothingLeft = new("leaves nothing to ask", "没有剩下任何可查询的对象");
    public static readonly Words LeaveOne = new("remove at least one name", "请至少删去一个名称");

    public static Words UnknownMetric(string name) => new($"names \"{name}\", which is not asked at all", $"含有 \"{name}\"，本来就不查询该项");

    public static Words OneOf(IEnumerable<string> known, string? nearest)
    {
        string all = string.Join(", ", known);
        return nearest is null
            ? new($"known here: {all}", $"此处可用：{all}")
            : new($"did you mean \"{nearest}\"? known here: {all}", $"是否想写 \"{nearest}\"？此处可用：{all}");
    }
}
