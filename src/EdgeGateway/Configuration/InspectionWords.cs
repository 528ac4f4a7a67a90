using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>What the settings of inspection stations say to a technician, in both languages.</summary>
internal static class InspectionWords
{
    public static readonly Words StationsNeeded = new(
        "write \"stations\": [ { \"code\": \"outlet-1\", \"devices\": { \"scanners\": [\"xray-1\"], \"barcodes\": [\"bar-1\"], \"plcs\": [\"plc-1\"] } } ]",
        "请写 \"stations\": [ { \"code\": \"outlet-1\", \"devices\": { \"scanners\": [\"xray-1\"], \"barcodes\": [\"bar-1\"], \"plcs\": [\"plc-1\"] } } ]");

    public static readonly Words CodeNeeded = new("write the platform's code of the outlet or checkpoint, for example \"code\": \"outlet-1\"", "请写平台为网点或检查站分配的代码，如 \"code\": \"outlet-1\"");
    public static readonly Words DevicesNeeded = new("write for example \"devices\": { \"scanners\": [\"xray-1\"], \"barcodes\": [\"bar-1\"] }", "请写成如 \"devices\": { \"scanners\": [\"xray-1\"], \"barcodes\": [\"bar-1\"] }");
    public static readonly Words NoDevice = new("no device stands here, so no parcel can be told of", "此处没有任何设备，无法获知包裹");
    public static readonly Words OneStation = new("a device stands in one place of one station; take it out of the other", "一台设备只能列在一个站点的一个位置；请从另一处去掉");
    public static readonly Words WriteDevices = new("write ids of devices from \"devices\"", "请写 \"devices\" 中已有的设备 id");
    public static readonly Words TimingDevice = new("name the device, for example { \"device\": \"bar-1\", \"ahead\": \"3s\", \"tolerance\": \"1s\" }", "请给出设备，如 { \"device\": \"bar-1\", \"ahead\": \"3s\", \"tolerance\": \"1s\" }");
    public static readonly Words TimingOnce = new("keep one entry a device", "每台设备只保留一项");
    public static readonly Words AheadAndBehind = new("says that it comes before the scan and after it", "同时写了在扫描之前和之后");
    public static readonly Words AheadOrBehind = new("keep \"ahead\" for what stands in front of the tunnel, \"behind\" for what comes after", "位于通道之前的设备保留 \"ahead\"，之后的保留 \"behind\"");
    public static readonly Words ListTheDevice = new("list the device under \"devices\", or take the word out", "请在 \"devices\" 中列出该设备，或去掉该词");

    public static Words CodeTwice(string path) => new($"is the code of {path} already", $"与 {path} 的代码重复");

    public static Words DeviceTwice(string device, string path) => new($"\"{device}\" stands in {path} already", $"\"{device}\" 已列在 {path}");

    public static Words KnownDevices(string? nearest) => nearest is null ? WriteDevices : new Words($"did you mean \"{nearest}\"?", $"是否想写 \"{nearest}\"？");

    public static Words NotOfStation(string device) => new($"\"{device}\" is no device of this station", $"\"{device}\" 不是本站点的设备");

    public static Words TimingTwice(string device) => new($"\"{device}\" has an entry already", $"\"{device}\" 已有一项");

    public static Words NotAPart(string word) => new($"\"{word}\" is no sort of statement", $"\"{word}\" 不是一种信息");

    public static Words Parts(IEnumerable<string> known, string? nearest) => nearest is null
        ? new Words($"choose from: {string.Join(", ", known)}", $"可选：{string.Join(", ", known)}")
        : new Words($"did you mean \"{nearest}\"? choose from: {string.Join(", ", known)}", $"是否想写 \"{nearest}\"？可选：{string.Join(", ", known)}");

    public static Words NobodyTells(string word) => new($"no device of this station tells a \"{word}\", so no record would ever be complete", $"本站点没有设备提供 \"{word}\"，记录永远不会完整");
}
