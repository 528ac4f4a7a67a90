using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>What a technician is told about a map.</summary>
internal static class MapWordsForPeople
{
    public static readonly Words WriteAPath = new("write a path such as \"Demo.items[].type\", \"BarCodes[0]\" or \".\"", "请写路径，例如 \"Demo.items[].type\"、\"BarCodes[0]\" 或 \".\"");
    public static readonly Words TooManyPaths = new("has more than 4 places", "位置超过 4 个");
    public static readonly Words TooMany = new("has too many entries", "条目过多");
    public static readonly Words WriteFewer = new("merge entries, or use patterns with *", "请合并条目，或使用带 * 的模式");
    public static readonly Words NotAType = new("is not a list of event types", "不是事件类型列表");
    public static readonly Words WriteTypes = new("write 1 to 16 types, each of at most 64 characters without blanks; * stands for any characters", "请写 1 到 16 个类型，每个最多 64 个字符且不含空格；* 代表任意字符");
    public static readonly Words WriteEvents = new("write one entry for each type of events", "请为每种事件类型写一个条目");
    public static readonly Words NothingMapped = new("maps nothing of a parcel", "没有映射包裹的任何内容");
    public static readonly Words MapSomething = new("map at least one of tag, barcodes, decision, grade, handling and objects", "请至少映射 tag、barcodes、decision、grade、handling、objects 之一");
    public static readonly Words OnlyOpening = new("has a meaning only with \"sort\": \"opening\"", "仅在 \"sort\": \"opening\" 时有意义");
    public static readonly Words RemoveOrOpening = new("remove it, or write \"sort\": \"opening\"", "请删除，或写 \"sort\": \"opening\"");
    public static readonly Words NotACategory = new("is not a category", "不是类别编码");
    public static readonly Words WriteACategory = new("write a code from P00 to P12 or P19, with or without a sub-code, such as \"P02.01\"", "请写 P00 到 P12 或 P19 的编码，可带子码，例如 \"P02.01\"");
    public static readonly Words WriteAPart = new("write the part of the text that tells the class", "请写能说明类别的文字部分");
    public static readonly Words NotABox = new("is not a rectangle", "不是矩形");
    public static readonly Words WriteABox = new("write one path to four numbers, or a list of four paths", "请写一个指向四个数字的路径，或四个路径的列表");
    public static readonly Words WriteAMap = new("write { \"events\": [ ... ] }", "请写 { \"events\": [ ... ] }");
    public static readonly Words TooLongText = new("is too long", "过长");
    public static readonly Words WriteShorter = new("write at most 32 characters", "最多写 32 个字符");
}
