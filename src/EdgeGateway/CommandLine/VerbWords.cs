using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.CommandLine;

/// <summary>What the verbs say to a technician, in both languages.</summary>
internal static class VerbWords
{
    public static readonly Words Root = new(
        "Reads devices at a site, keeps every reading on disk until the platform has it, forwards over MQTT.\nFirst `check` the configuration, then `run` it.",
        "采集站点设备的数据，在平台收到之前一直保存在磁盘上，并通过 MQTT 转发。\n请先用 `check` 检查配置，再用 `run` 运行。");

    public static readonly Words Run = new(
        "Run the gateway until Ctrl-C or SIGTERM.\nLog lines go to stderr. Exit code 2: the configuration has mistakes, all of them are shown; 1: it cannot run, for example the port is taken or the disk is full.\nAny setting can be overridden by the environment: EDGEGATEWAY__uplink__brokers__0__host=10.1.2.3",
        "运行网关，直到 Ctrl-C 或 SIGTERM。\n日志输出到 stderr。退出码 2：配置有错误，会全部列出；1：无法运行，例如端口被占用或磁盘已满。\n任何设置都可用环境变量覆盖：EDGEGATEWAY__uplink__brokers__0__host=10.1.2.3");

    public static readonly Words Check = new(
        "Show every mistake of a configuration at once: where it is, what is wrong, what would be right.\nTouches no device and no network. Exit code 0: fine; 2: there are mistakes.",
        "一次列出配置中的所有错误：在哪里、错在哪、应如何改。\n不连接任何设备和网络。退出码 0：没有错误；2：有错误。");

    public static readonly Words Decode = new(
        "Show what the gateway makes of bytes: one JSON line per frame, or per fault.\nWithout --hex and --file, reads hex from stdin, one frame a line; lines that begin with # are passed over.\nExit code 0: all could be read; 1: one could not; 2: unknown protocol.\nExample: edgegateway decode isapi --file capture.bin --opt zone=+08:00",
        "显示网关如何解读字节：每帧（或每个故障）一行 JSON。\n不带 --hex 和 --file 时从 stdin 读取十六进制，每行一帧；以 # 开头的行会跳过。\n退出码 0：全部可解读；1：有无法解读的；2：协议未知。\n示例：edgegateway decode isapi --file capture.bin --opt zone=+08:00");

    public static readonly Words Store = new("Look into the store.", "查看存储。");
    public static readonly Words StoreStatus = new(
        "Show how much waits for delivery, by lane, and since when. Works while the gateway runs and while it does not.\nExit code 0: shown; 1: there is no store, or it cannot be read.",
        "显示各通道等待发送的数量以及最早的时间。网关运行与否均可使用。\n退出码 0：已显示；1：没有存储或无法读取。");

    public static readonly Words ConfigOption = new("The configuration file; paths inside it are relative to its folder.", "配置文件；其中的相对路径以该文件所在文件夹为准。");
    public static readonly Words JsonOption = new("One line of JSON for programs instead of text for people.", "输出一行 JSON 供程序读取，而不是文本。");
    public static readonly Words LangOption = new("Language of messages; without it LC_ALL, LC_MESSAGES or LANG decides.", "消息的语言；不写则由 LC_ALL、LC_MESSAGES 或 LANG 决定。");
    public static readonly Words ProtocolArgument = new("One of", "协议之一");
    public static readonly Words HexOption = new("Bytes of one frame in hex; spaces, colons and 0x are welcome.", "一帧的十六进制字节；可带空格、冒号和 0x。");
    public static readonly Words FileOption = new("A file with the bytes as they are, at most 64 MB.", "按原样保存字节的文件，最大 64 MB。");
    public static readonly Words OptOption = new("A choice of the protocol, k=v; received=2026-11-22T03:32:00Z and zone=+08:00 are common to all.", "协议选项，k=v；received=2026-11-22T03:32:00Z 和 zone=+08:00 通用。");
    public static readonly Words SeeHelp = new("Add --help to see what can be typed.", "加上 --help 可查看用法。");
    public static readonly Words BadOpt = new("--opt wants k=v, for example --opt zone=+08:00", "--opt 应写成 k=v，例如 --opt zone=+08:00");
    public static readonly Words OptFile = new("The file that --opt names cannot be read, is larger than 4 MB or no UTF-8.", "--opt 指定的文件无法读取、超过 4 MB 或不是 UTF-8。");
    public static readonly Words HexOrFile = new("Give --hex or --file, not both.", "--hex 和 --file 只能给一个。");

    public static Words Fine(string site, string gateway, int devices, int brokers) => new(
        FormattableString.Invariant($"Fine. Site {site}, gateway {gateway}, devices switched on: {devices}, brokers: {brokers}."),
        FormattableString.Invariant($"没有错误。站点 {site}，网关 {gateway}，启用的设备 {devices} 台，消息服务器 {brokers} 个。"));

    public static Words Mistakes(int count) => new(
        FormattableString.Invariant($"Mistakes in the configuration: {count}."),
        FormattableString.Invariant($"配置错误：{count} 处。"));

    public static Words CannotRun(Words why) => new($"Cannot run: {why.En}", $"无法运行：{why.Zh}");

    public static Words UnknownProtocol(string typed, string? nearest, IReadOnlyList<string> known)
    {
        string all = string.Join(", ", known);
        return nearest is null
            ? new Words($"\"{typed}\" is not a known protocol. Known: {all}", $"未知协议 \"{typed}\"。可用：{all}")
            : new Words($"\"{typed}\" is not a known protocol. Did you mean \"{nearest}\"? Known: {all}", $"未知协议 \"{typed}\"。是否想写 \"{nearest}\"？可用：{all}");
    }
}
