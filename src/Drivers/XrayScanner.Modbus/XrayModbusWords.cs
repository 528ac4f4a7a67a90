using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>What a technician is told about the settings of this driver.</summary>
internal static class XrayModbusWords
{
    public static readonly Words NoBus = new("is missing, and so is \"line\"", "缺少此项，也没有 \"line\"");
    public static readonly Words WriteABus = new("write \"tcp\": { \"host\": … } or \"line\": { \"port\": … }", "请写 \"tcp\": { \"host\": … } 或 \"line\": { \"port\": … }");
    public static readonly Words TwoBuses = new("stands beside \"tcp\": a device is one bus", "与 \"tcp\" 同时存在：一个设备只能是一条总线");
    public static readonly Words OneBus = new("remove one of the two", "请删去其中之一");
    public static readonly Words NotAHost = new("is neither a name nor an address", "既不是主机名也不是地址");
    public static readonly Words WriteAHost = new("write the controller's address such as \"192.0.2.60\"", "请写控制器的地址，例如 \"192.0.2.60\"");
    public static readonly Words WriteAUnit = new("write at least one controller such as { \"unit\": 1 }", "请至少写一个控制器，例如 { \"unit\": 1 }");
    public static readonly Words TooManyUnits = new("names more controllers than a bus has", "控制器数量超过一条总线的上限");
    public static readonly Words NameTwice = new("is the name of another controller of this bus", "与此总线上另一个控制器同名");
    public static readonly Words AnotherName = new("give each controller a name of its own", "请为每个控制器取不同的名称");
    public static readonly Words AddressTwice = new("is the address of another controller of this bus", "与此总线上另一个控制器地址相同");
    public static readonly Words AnotherAddress = new("write the address that is set in the controller", "请写控制器中设置的地址");
    public static readonly Words NotAName = new("cannot be a name", "不能作为名称");
    public static readonly Words WriteAName = new("1 to 64 of A-Z a-z 0-9 . _ -", "1 到 64 个字符：A-Z a-z 0-9 . _ -");
    public static readonly Words NoPoints = new("is missing, and the default list is not wanted", "缺少此项，而又不使用默认点表");
    public static readonly Words WritePoints = new("write the controller's points, or remove \"map\"", "请写控制器的点表，或删去 \"map\"");
    public static readonly Words NotWritable = new("cannot work: the list's own \"belt_command\" may not be written", "无法工作：点表中的 \"belt_command\" 不允许写入");
    public static readonly Words MakeItWritable = new("write \"write\": true at that point", "请在该点写 \"write\": true");
    public static readonly Words AddThePoint = new("add it to \"points\", or write false here", "请在 \"points\" 中加入该点，或在此写 false");

    public static Words AtMost(int most) => new($"at most {most}", $"最多 {most} 个");

    public static Words CannotSee(string point) =>
        new($"cannot work: without \"{point}\" nobody sees what the belt does and whether it may", $"无法工作：没有 \"{point}\" 就看不到皮带的状态和安全条件");
}
