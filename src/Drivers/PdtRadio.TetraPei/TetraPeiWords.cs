using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>What a technician is told about the settings of this driver.</summary>
internal static class TetraPeiWords
{
    public static readonly Words TooManyLabels = new("has too many entries", "条目过多");
    public static readonly Words WriteFewerLabels = new("keep 512 at most", "请最多保留 512 条");
    public static readonly Words CodeMissing = new("is missing", "缺少此项");
    public static readonly Words WriteACode = new("write the TETRA status code, 0 to 65535", "请写 TETRA 状态码，0 到 65535");
    public static readonly Words CodeTwice = new("is there already", "已经存在");
    public static readonly Words OneLabelEach = new("keep one label for each TETRA status code", "每个 TETRA 状态码请只保留一个标签");
    public static readonly Words LabelTooLong = new("is too long", "过长");
    public static readonly Words WriteALabel = new("write what people call this TETRA status, 1 to 64 characters", "请写该 TETRA 状态的名称，1 到 64 个字符");
}
