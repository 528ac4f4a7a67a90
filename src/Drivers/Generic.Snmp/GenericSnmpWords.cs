using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>What a technician is told about the settings of this driver.</summary>
internal static class GenericSnmpWords
{
    public static readonly Words NotAHost = new("is neither a name nor an address", "既不是主机名也不是地址");
    public static readonly Words WriteAHost = new("write the device's address such as \"192.0.2.60\"", "请写设备的地址，例如 \"192.0.2.60\"");
    public static readonly Words NotACommunity = new("cannot be an SNMP community", "不能作为 SNMP 团体名");
    public static readonly Words WriteACommunity = new("1 to 64 printable ASCII characters without blanks", "请用 1 到 64 个可打印的 ASCII 字符，不含空格");
    public static readonly Words WriteAProfile = new("write \"printer\", \"switch\" or \"custom\"", "请写 \"printer\"、\"switch\" 或 \"custom\"");
    public static readonly Words OfAnotherProfile = new("belongs to another profile", "属于另一种 profile");
    public static readonly Words RemoveIt = new("remove it, or change \"profile\"", "请删去此项，或修改 \"profile\"");
    public static readonly Words TooMany = new("has too many entries", "条目过多");
    public static readonly Words NotAPort = new("names no port", "不是端口名称");
    public static readonly Words WriteAPort = new("write names as the device shows them (ifName, ifAlias) or numbers (ifIndex), each 1 to 255 characters", "请按设备显示的名称（ifName、ifAlias）或编号（ifIndex）填写，每个 1 到 255 个字符");
    public static readonly Words NotAType = new("is no word for a sort of device", "不能作为设备类别");
    public static readonly Words WriteAType = new("write a word of 1 to 64 characters out of A-Z a-z 0-9 . _ - such as \"ups\"", "请写 1 到 64 个字符（A-Z a-z 0-9 . _ -），例如 \"ups\"");
    public static readonly Words NotAName = new("is no name for a value", "不能作为数值名称");
    public static readonly Words WriteAName = new("write 1 to 64 characters out of A-Z a-z 0-9 . _ -", "请写 1 到 64 个字符（A-Z a-z 0-9 . _ -）");
    public static readonly Words NameTwice = new("names two values", "两个数值重名");
    public static readonly Words WriteAnother = new("give each value a name of its own", "请给每个数值不同的名称");
    public static readonly Words NotAnObject = new("is no object identifier", "不是对象标识符");
    public static readonly Words WriteAnObject = new("write it with its index, such as \"1.3.6.1.2.1.33.1.2.4.0\"", "请连同索引一起写，例如 \"1.3.6.1.2.1.33.1.2.4.0\"");
    public static readonly Words Personal = new("tells of a person and is never asked", "涉及个人信息，从不查询");
    public static readonly Words AskAnother = new("ask another object", "请改用其他对象");
    public static readonly Words NameObjects = new("name at least one object", "请至少写一个对象");
    public static readonly Words NoScale = new("cannot be 0", "不能为 0");
    public static readonly Words WriteAScale = new("write what the number is multiplied by, such as 0.1", "请写换算系数，例如 0.1");
    public static readonly Words LowAboveHigh = new("is above \"high\"", "高于 \"high\"");
    public static readonly Words WriteLower = new("write a number below \"high\"", "请写低于 \"high\" 的数值");
    public static readonly Words NotAState = new("needs whole numbers and words of at most 64 characters", "需要整数和不超过 64 个字符的词");
    public static readonly Words WriteStates = new("write { \"1\": \"unknown\", \"2\": \"normal\" }", "请写 { \"1\": \"unknown\", \"2\": \"normal\" }");
    public static readonly Words NotAmongStates = new("is not among \"states\"", "不在 \"states\" 之中");
    public static readonly Words OnlyForStates = new("belongs to kind \"state\"", "仅用于 kind \"state\"");
    public static readonly Words OnlyForNumbers = new("belongs to numbers, not to kind \"state\"", "仅用于数值，不用于 kind \"state\"");

    public static Words AtMost(int most) => new($"at most {most}", $"最多 {most} 个");
}
