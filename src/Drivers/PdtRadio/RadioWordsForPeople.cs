using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>What a technician is told about the settings that all radio drivers share.</summary>
internal static class RadioWordsForPeople
{
    public static readonly Words OnlyNational = new("has no meaning without the national rule", "未启用全国编号规则时无意义");
    public static readonly Words RemoveOrNational = new("remove it, or write \"numberRule\": \"national\"", "请删除，或写 \"numberRule\": \"national\"");
    public static readonly Words WriteAPrefix = new("write the NP of the area, 328 to 806", "请写区域的 NP，328 到 806");
    public static readonly Words WriteALabel = new("write what the code means, at most 64 characters", "请写该代码的含义，最多 64 个字符");
    public static readonly Words LabelTooLong = new("is longer than 64 characters", "超过 64 个字符");
    public static readonly Words WriteACode = new("write each status code once, 0 to 65535", "请为每个状态码写一次，0 到 65535");
    public static readonly Words CodeTwice = new("is labelled twice", "重复标注");
    public static readonly Words NotANetwork = new("is no name of a network", "不是有效的网络名称");
    public static readonly Words WriteANetwork = new("write 1 to 64 of A-Z a-z 0-9 . _ -, the same for all devices of one radio network", "请写 1 到 64 个字符（A-Z a-z 0-9 . _ -），同一无线网络的设备写相同名称");
    public static readonly Words TooManyEntries = new("has more than 1024 entries", "超过 1024 项");
    public static readonly Words WriteFewer = new("write at most 1024 entries", "请最多写 1024 项");
}
