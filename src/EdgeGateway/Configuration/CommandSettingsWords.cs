using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Configuration;

/// <summary>What the settings of commands say to a technician, in both languages.</summary>
internal static class CommandSettingsWords
{
    public static readonly Words WriteAKeyId = new($"write the id that the platform puts into \"keyId\": {NameRule.InWords}", "请写平台在 \"keyId\" 中使用的名称：1 至 64 个字符，只用 A-Z a-z 0-9 . _ -");
    public static readonly Words PrivateKey = new("holds a private key, which must never leave the platform", "含有私钥，私钥不得离开平台");
    public static readonly Words NotAKey = new("is not an ECDSA public key on P-256", "不是 P-256 曲线的 ECDSA 公钥");
    public static readonly Words WriteAKey = new(
        "write { \"file\": \"keys/ops.pem\" } with the PEM text -----BEGIN PUBLIC KEY-----; \"edgesim keygen\" or \"openssl ec -pubout\" makes one",
        "请写 { \"file\": \"keys/ops.pem\" }，内容为 -----BEGIN PUBLIC KEY----- 的 PEM 文本；可用 \"edgesim keygen\" 或 \"openssl ec -pubout\" 生成");
    public static readonly Words WriteMay = new("write for example \"may\": [\"uplink.*\", \"radio.send-text\"]", "请写成如 \"may\": [\"uplink.*\", \"radio.send-text\"]");
    public static readonly Words WriteDevices = new("write for example \"devices\": [\"*\"], or ids of devices, or \"gateway\"", "请写成如 \"devices\": [\"*\"]，或设备 id，或 \"gateway\"");

    public static Words NotACommand(string name) => new($"\"{name}\" is not the name of a command", $"\"{name}\" 不是命令名称");

    public static Words UnknownDevice(string name) => new($"\"{name}\" is not a device of this gateway", $"\"{name}\" 不是本网关的设备");

    public static Words KnownDevices(string? nearest) => nearest is null
        ? WriteDevices
        : new Words($"did you mean \"{nearest}\"?", $"是否想写 \"{nearest}\"？");

    public static Words NoAbility(string name, string driver) => new($"\"{name}\" is nothing that driver {driver} can do", $"驱动 {driver} 不支持 \"{name}\"");

    public static Words Abilities(IReadOnlyList<string> known, string? nearest) => known.Count == 0
        ? new Words("this driver takes no commands; leave \"commands\" out", "该驱动不接受命令；请去掉 \"commands\"")
        : nearest is null
            ? new Words($"it can: {string.Join(", ", known)}", $"可用命令：{string.Join(", ", known)}")
            : new Words($"did you mean \"{nearest}\"? it can: {string.Join(", ", known)}", $"是否想写 \"{nearest}\"？可用命令：{string.Join(", ", known)}");
}
