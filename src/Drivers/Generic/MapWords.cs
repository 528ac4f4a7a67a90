using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Generic;

/// <summary>What a technician is told about a map file, in both languages.</summary>
internal static class MapWords
{
    public static readonly Words WriteAMap = new("write the path of a map file, for example \"maps/crowd-counter.json\"", "请写映射文件的路径，例如 \"maps/crowd-counter.json\"");
    public static readonly Words WriteRules = new("write at least one rule: { \"rules\": [ { \"kind\": \"sensor.reading\", ... } ] }", "请至少写一条规则：{ \"rules\": [ { \"kind\": \"sensor.reading\", ... } ] }");
    public static readonly Words TooMany = new("has too many entries", "条目过多");
    public static readonly Words WriteAPath = new(
        "write a path such as \"data.count\", \"items[0].n\", \"'odd.name'.x\", \"$.device.id\" or \"{part}\"",
        "请写路径，例如 \"data.count\"、\"items[0].n\"、\"'odd.name'.x\"、\"$.device.id\" 或 \"{part}\"");

    public static readonly Words NoSuchPart = new("names a part that the rule's topic does not have", "引用了规则主题中不存在的部分");
    public static readonly Words NameThePart = new("write it into \"topic\", for example \"weather/{station}/now\"", "请在 \"topic\" 中写出，例如 \"weather/{station}/now\"");
    public static readonly Words NotATopic = new("is no topic", "不是主题");
    public static readonly Words WriteATopic = new(
        "write levels as they are, {name} or + for one level, # at the end for all that follow; each name once",
        "请照写各层级，单层用 {名称} 或 +，末尾用 # 表示其后所有层级；每个名称只用一次");

    public static readonly Words NotAName = new("is no name", "不能用作名称");
    public static readonly Words WriteAName = new("write 1 to 64 of A-Z a-z 0-9 . _ -, a letter first", "请写 1 至 64 个字符，只用 A-Z a-z 0-9 . _ -，以字母开头");
    public static readonly Words WriteAText = new("write 1 to 64 characters", "请写 1 至 64 个字符");
    public static readonly Words TwiceInRule = new("is the name of another value of this rule", "与本规则中另一个值同名");
    public static readonly Words OtherName = new("give each value a name of its own", "请为每个值取不同的名称");
    public static readonly Words NothingMade = new("makes nothing", "没有产生任何内容");
    public static readonly Words WriteValues = new("write at least one entry in \"values\"", "请在 \"values\" 中至少写一项");
    public static readonly Words OneCondition = new("must have exactly one of \"equals\", \"in\" and \"exists\"", "必须且只能有 \"equals\"、\"in\"、\"exists\" 之一");
    public static readonly Words WriteOneCondition = new("write { \"path\": \"type\", \"equals\": \"count\" }", "请写 { \"path\": \"type\", \"equals\": \"count\" }");
    public static readonly Words NotALiteral = new("is neither a text nor a number nor true or false", "不是文本、数字或 true/false");
    public static readonly Words WriteALiteral = new("write a text in double quotes, a number, true or false", "请写带双引号的文本、数字、true 或 false");
    public static readonly Words WriteTable = new("write { \"device's text\": \"ours\" } or [ \"text\", ... ], at most 64 texts of 64 characters", "请写 { \"设备文本\": \"本系统文本\" } 或 [ \"文本\", ... ]，最多 64 项，每项 64 个字符");
    public static readonly Words NotATable = new("is no list of texts that may pass", "不是允许通过的文本列表");
    public static readonly Words TextNeedsRule = new("lets any text through, and a text may tell of a person", "会让任意文本通过，而文本可能涉及个人");
    public static readonly Words WriteTexts = new("list what may pass in \"texts\", or write \"free\": true to let it through with what looks like personal data masked", "请在 \"texts\" 中列出允许的文本，或写 \"free\": true，使其在遮盖疑似个人信息后通过");
    public static readonly Words EitherTexts = new("cannot be there together with \"texts\"", "不能与 \"texts\" 同时出现");
    public static readonly Words RemoveOne = new("remove one of the two", "请删除其中之一");
    public static readonly Words OnlyNumbers = new("has a meaning only for numbers", "只对数字有意义");
    public static readonly Words OnlyTexts = new("has a meaning only for texts", "只对文本有意义");
    public static readonly Words OnlyFlags = new("has a meaning only for flags", "只对 true/false 有意义");
    public static readonly Words OnlyAlarms = new("has a meaning only for sensor.alarm", "只对 sensor.alarm 有意义");
    public static readonly Words NotForIgnored = new("has no meaning where messages are ignored", "对被忽略的消息没有意义");
    public static readonly Words RemoveIt = new("remove it", "请删除");
    public static readonly Words NotAUnit = new("is no unit", "不是单位");
    public static readonly Words WriteAUnit = new("write 1 to 16 characters without blanks, for example \"uSv/h\"", "请写 1 至 16 个不含空格的字符，例如 \"uSv/h\"");
    public static readonly Words UnknownUnit = new("is a unit that cannot be converted", "是无法换算的单位");
    public static readonly Words OtherQuantity = new("measures something else than \"unit\"", "与 \"unit\" 不是同一种量");
    public static readonly Words FromAndScale = new("cannot be there together with \"scale\" or \"offset\"", "不能与 \"scale\" 或 \"offset\" 同时出现");
    public static readonly Words FromNeedsUnit = new("needs \"unit\" beside it", "需要同时写 \"unit\"");
    public static readonly Words EmptyRange = new("is above \"max\"", "大于 \"max\"");
    public static readonly Words WriteRange = new("write \"min\" not above \"max\"", "请使 \"min\" 不大于 \"max\"");
    public static readonly Words NotAPattern = new("is no pattern of times", "不是时间格式");
    public static readonly Words WriteAPattern = new(
        "write \"iso\", \"unix\", \"unix-ms\" or a pattern with a year, month, day, hour and minute, for example \"yyyy-MM-dd HH:mm:ss\"",
        "请写 \"iso\"、\"unix\"、\"unix-ms\" 或含年月日时分的格式，例如 \"yyyy-MM-dd HH:mm:ss\"");

    public static readonly Words NotAZone = new("is no zone", "不是时区");
    public static readonly Words WriteAZone = new("write \"+08:00\"", "请写 \"+08:00\"");
    public static readonly Words WriteAnAlarm = new("write what the alarm is called, for example \"radiation-high\"", "请写报警名称，例如 \"radiation-high\"");
    public static readonly Words BothInYesAndNo = new("means yes and no", "同时表示是与否");
    public static readonly Words WriteBoth = new("write what means yes into \"yes\" and what means no into \"no\"", "请将表示是的写入 \"yes\"，表示否的写入 \"no\"");
    public static readonly Words NotASeverity = new("leads to words that are no severity", "所得不是有效的级别");
    public static readonly Words WriteASeverity = new(
        "write critical, major, minor or notice, or { \"path\": ..., \"texts\": { \"device's text\": \"critical\" } }",
        "请写 critical、major、minor 或 notice，或 { \"path\": ..., \"texts\": { \"设备文本\": \"critical\" } }");

    public static readonly Words NotJson = new("is no JSON", "不是 JSON");
    public static readonly Words WriteJson = new("mend the file there", "请在该处修正文件");

    public static Words AtMost(int count) => new($"write at most {count}", $"最多写 {count} 个");
}
