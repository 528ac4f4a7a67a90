using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.BarcodeReader.Line;

/// <summary>What a technician is told about the settings of this driver.</summary>
internal static class BarcodeWords
{
    public static readonly Words VerifiesNothing = new("means nothing at this place", "在此位置没有意义");
    public static readonly Words OnlyAtAcceptance = new("only with \"role\": \"acceptance\" can a scan prove the real name", "只有 \"role\": \"acceptance\" 时扫码才表示已核验实名");
    public static readonly Words MayBeSilent = new("cannot be watched: a reader without a heartbeat may be silent for hours", "无法监视：没有心跳的扫码器可能数小时没有数据");
    public static readonly Words NameAHeartbeat = new("remove it, or name the reader's \"heartbeat\"", "请删除，或填写扫码器的 \"heartbeat\"");
    public static readonly Words LongerThanLongest = new("is more than \"longest\"", "大于 \"longest\"");
    public static readonly Words MakeItShorter = new("write at most what \"longest\" says", "请写不大于 \"longest\" 的数");
    public static readonly Words NoHeartbeat = new("is empty", "为空");
    public static readonly Words WriteAHeartbeat = new("write what the reader says, or remove it", "请写扫码器发送的内容，或删除此项");
    public static readonly Words NotAWord = new("is too long, or holds what no reader writes here", "过长，或含有扫码器不会发送的字符");
    public static readonly Words WriteAWord = new("at most 16 printable ASCII characters", "最多 16 个可打印的 ASCII 字符");
}
