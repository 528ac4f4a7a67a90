using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.CommandLine;

/// <summary>What the verbs below <c>store</c> say to a technician, in both languages.</summary>
internal static class StoreWords
{
    public static readonly Words Verify = new(
        "Hold every reading against its checksum, the indexes against the readings, every picture against its hash.\nReads everything, writes nothing; works while the gateway runs. Exit code 0: fine; 1: damaged, or there is no store.",
        "逐条核对记录的校验和、索引与图片的哈希值。\n只读不写，网关运行时也可使用。退出码 0：没有损坏；1：已损坏或没有存储。");

    public static readonly Words Export = new(
        "Write every reading that waits for delivery as one JSON line, as it would be sent; for a stick when the link is down for long.\nWorks on a store that is open, closed or damaged, and leaves it as it is. Exit code 0: all could be read; 1: damaged, what could be read is written.",
        "将等待发送的每条记录按发送原样写成一行 JSON；链路长期中断时可用 U 盘带走。\n存储打开、关闭或损坏时均可使用，且不改动存储。退出码 0：全部可读；1：有损坏，可读部分已写出。");

    public static readonly Words OutOption = new("Write to this file instead of stdout.", "写入该文件，而不是 stdout。");
    public static readonly Words LaneOption = new("Only this lane.", "仅此通道。");
    public static readonly Words ParkedOption = new("The parked ones instead of those that wait.", "导出已搁置的记录，而不是等待发送的记录。");
    public static readonly Words PicturesOption = new("Copy the pictures that wait into this folder, each under its SHA-256.", "将等待发送的图片复制到该文件夹，以 SHA-256 命名。");

    public static Words Exported(long readings, long pictures, bool damaged) => damaged
        ? new(
            FormattableString.Invariant($"Exported {readings} readings and {pictures} pictures. The store is damaged: this is what could be read."),
            FormattableString.Invariant($"已导出 {readings} 条记录、{pictures} 张图片。存储已损坏，以上为可读部分。"))
        : new(
            FormattableString.Invariant($"Exported {readings} readings and {pictures} pictures."),
            FormattableString.Invariant($"已导出 {readings} 条记录、{pictures} 张图片。"));
}
