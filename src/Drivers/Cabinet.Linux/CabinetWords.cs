using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Cabinet.Linux;

/// <summary>What a technician is told about the settings of this driver.</summary>
internal static class CabinetWords
{
    public static readonly Words NothingToWatch = new("names nothing to watch", "没有任何要监视的对象");
    public static readonly Words NameASensor = new("name at least one of temperatures, fans, contacts, supplies, mains", "请至少写 temperatures、fans、contacts、supplies、mains 之一");
    public static readonly Words TooMany = new("names more than can be watched", "数量超过上限");
    public static readonly Words WriteAChip = new("write the chip's name, as in /sys/class/hwmon/hwmon0/name", "请写芯片名称，见 /sys/class/hwmon/hwmon0/name");
    public static readonly Words WriteASensor = new("write its label, or its file such as \"temp1\" or \"fan2\"", "请写其标签，或文件名，例如 \"temp1\"、\"fan2\"");
    public static readonly Words NotASupply = new("is no name of a power supply", "不是电源的名称");
    public static readonly Words WriteASupply = new("write a name below /sys/class/power_supply such as \"AC\"", "请写 /sys/class/power_supply 下的名称，例如 \"AC\"");
    public static readonly Words FileOrChip = new("is needed, or file, and not both", "chip 与 file 必须且只能写一个");
    public static readonly Words WriteFileOrChip = new("write chip and line of a GPIO line, or the file that holds 0 or 1", "请写 GPIO 的 chip 和 line，或写内容为 0 或 1 的 file");
    public static readonly Words NotAGpioChip = new("is no name below /dev", "不是 /dev 下的名称");
    public static readonly Words WriteAGpioChip = new("write a name such as \"gpiochip0\"", "请写名称，例如 \"gpiochip0\"");
    public static readonly Words NotAPath = new("is no absolute path", "不是绝对路径");
    public static readonly Words WriteAPath = new("begin it with /", "请以 / 开头");
    public static readonly Words OneSource = new("does not name exactly one source", "必须且只能有一个来源");
    public static readonly Words WriteOneSource = new("write one of contact, supply, ups", "请只写 contact、supply、ups 之一");
    public static readonly Words WriteAUps = new("write the UPS as \"upsc -l\" lists it", "请按 \"upsc -l\" 列出的名称填写");

    public static Words AtMost(int most) => new($"name at most {most}", $"最多 {most} 个");
}
