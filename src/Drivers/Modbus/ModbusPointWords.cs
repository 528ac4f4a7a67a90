using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Modbus;

/// <summary>What a technician is told about a list of points.</summary>
internal static class ModbusPointWords
{
    public static readonly Words Missing = new("is missing", "缺少此项");
    public static readonly Words WriteAName = new("name the point, for example \"belt_speed\"", "请写点位名称，例如 \"belt_speed\"");
    public static readonly Words TooLong = new("has more than 64 characters or one that cannot be printed", "超过 64 个字符或含有不可打印字符");
    public static readonly Words Shorten = new("write at most 64 printable characters", "请写不超过 64 个可打印字符");
    public static readonly Words WriteAnArea = new("write \"coil\", \"discrete\", \"input\" or \"holding\"", "请写 \"coil\"、\"discrete\"、\"input\" 或 \"holding\"");
    public static readonly Words WriteAnAddress = new("count from 0, as on the wire; the last one is 65535: register 30001 of a manual is input 0", "从 0 开始（与报文一致），最大 65535：手册中的 30001 即 input 0");
    public static readonly Words BehindTheLast = new("begins so late that the value would end behind address 65535", "起始地址过大，数值将超出地址 65535");
    public static readonly Words AnotherName = new("give each point of a unit a name of its own", "同一单元内每个点位须有不同名称");
    public static readonly Words AnotherAddress = new("check type, length and address of both", "请检查两个点位的类型、长度和地址");
    public static readonly Words RemoveIt = new("remove it", "请删除");
    public static readonly Words BitsOnly = new("is of a table that holds single bits only", "该区域只有单个位");
    public static readonly Words WriteBool = new("remove it or write \"bool\"; numbers are in \"input\" and \"holding\"", "请删除或写 \"bool\"；数值在 \"input\" 和 \"holding\" 中");
    public static readonly Words NoWord = new("has no meaning here: this table holds no words", "此处无意义：该区域没有字");
    public static readonly Words WhichBit = new("is missing: which bit of the word is it?", "缺少此项：是该字的哪一位？");
    public static readonly Words WriteABit = new("write 0, the lowest, to 15, or take the type \"u16\"", "请写 0（最低位）到 15，或将类型改为 \"u16\"");
    public static readonly Words BitOfAWord = new("is of a value that is not a single word", "只能用于单个字");
    public static readonly Words BitOrType = new("remove \"bit\", or remove \"type\"", "请删除 \"bit\" 或 \"type\"");
    public static readonly Words OrderOfABit = new("has no meaning for a single bit", "对单个位无意义");
    public static readonly Words OrderOfOne = new("swaps words, but this value has none to swap", "该顺序交换字，但此数值没有可交换的字");
    public static readonly Words OnlyBytes = new("remove it, or write \"BADC\" where the bytes of a word are swapped", "请删除；若字内字节颠倒，请写 \"BADC\"");
    public static readonly Words HowLong = new("is missing: how many registers does the text take?", "缺少此项：文本占多少个寄存器？");
    public static readonly Words WriteALength = new("write 1 to 125; two characters fit into one register", "请写 1 到 125；每个寄存器两个字符");
    public static readonly Words LengthOfAString = new("is for texts only: numbers know their length", "只用于文本：数值长度由类型决定");
    public static readonly Words NoScale = new("would make every value the same", "会使所有数值相同");
    public static readonly Words WriteAScale = new("write a number that is not 0, for example 0.1", "请写不为 0 的数，例如 0.1");
    public static readonly Words NumbersOnly = new("has no meaning for what is not a number", "只对数值有意义");
    public static readonly Words WholeOnly = new("names whole numbers, and this point has none", "对照表用于整数，该点位不是整数");
    public static readonly Words EveryReading = new("has no effect while every reading is told", "每次读数都上报时不起作用");
    public static readonly Words DeadbandOrAll = new("remove it, or write \"onChange\": true", "请删除，或写 \"onChange\": true");
    public static readonly Words ReadOnlyArea = new("is of a table that cannot be written", "该区域不可写");
    public static readonly Words WritableAreas = new("remove it; \"coil\" and \"holding\" can be written", "请删除；只有 \"coil\" 和 \"holding\" 可写");
    public static readonly Words BitIsNotWritten = new("would change the other bits of the word too", "会同时改变该字的其他位");
    public static readonly Words WriteTheWord = new("remove it, or make a point of the whole word", "请删除，或将整个字作为点位");
    public static readonly Words LimitOfWhat = new("limits what is written, and this point is no number that may be written", "只限制写入的数值，该点位不是可写的数值");
    public static readonly Words WriteOrRemove = new("remove it, or write \"write\": true", "请删除，或写 \"write\": true");
    public static readonly Words MaxBelowMin = new("is below \"min\"", "小于 \"min\"");
    public static readonly Words SwapThem = new("write the larger one here", "请在此写较大的值");
    public static readonly Words WriteAMap = new("write { \"0\": \"none\", \"1\": \"clear\" }: whole numbers, each once, texts of 1 to 64 characters", "请写 { \"0\": \"none\", \"1\": \"clear\" }：整数，各一次，文本 1 到 64 个字符");

    public static Words NoEntry(string key) => new($"has an entry \"{key}\" that cannot be used", $"含有不可用的条目 \"{key}\"");

    public static Words NameTwice(string name) => new($"is \"{name}\", which another point of this unit has", $"\"{name}\" 已被该单元的另一点位使用");

    public static Words Overlaps(string name) => new($"stands where \"{name}\" stands too", $"与 \"{name}\" 的地址重叠");

    public static Words TooMany(int count) => new($"has {count} points", $"有 {count} 个点位");

    public static Words AtMost(int count) => new($"write at most {count} a unit", $"每个单元最多 {count} 个");
}
