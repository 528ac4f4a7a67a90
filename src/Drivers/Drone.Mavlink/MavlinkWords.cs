using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>What a technician is told about the settings of this driver.</summary>
internal static class MavlinkWords
{
    public static readonly Words NoWay = new("is missing, and so are \"udp\", \"tcp\" and \"line\"", "缺少此项，也没有 \"udp\"、\"tcp\" 或 \"line\"");
    public static readonly Words WriteAWay = new("write \"listen\": \"0.0.0.0:14550\" when the vehicles send to this machine", "如果飞行器向本机发送，请写 \"listen\": \"0.0.0.0:14550\"");
    public static readonly Words TwoWays = new("stands beside another way to the vehicles: a device is one link", "与另一种连接方式同时存在：一个设备只能是一条链路");
    public static readonly Words OneWay = new("keep one of \"listen\", \"udp\", \"tcp\" and \"line\"", "\"listen\"、\"udp\"、\"tcp\"、\"line\" 只保留一个");
    public static readonly Words NotAnEndpoint = new("is not ADDRESS:PORT", "不是 地址:端口");
    public static readonly Words WriteAnEndpoint = new("write an address of this machine and a port, such as \"0.0.0.0:14550\"", "请写本机地址和端口，例如 \"0.0.0.0:14550\"");
    public static readonly Words NotAHost = new("is neither a name nor an address", "既不是主机名也不是地址");
    public static readonly Words WriteAHost = new("write the vehicle's address such as \"192.0.2.71\"", "请写飞行器的地址，例如 \"192.0.2.71\"");
    public static readonly Words TooMany = new("names more vehicles than a link may have", "飞行器数量超过一条链路的上限");
    public static readonly Words NotAName = new("cannot be a name", "不能作为名称");
    public static readonly Words WriteAName = new("1 to 64 of A-Z a-z 0-9 . _ -", "1 到 64 个字符：A-Z a-z 0-9 . _ -");
    public static readonly Words NameTwice = new("is the name of another vehicle of this link, or the name of its system id", "与此链路上另一架飞行器同名，或与其系统号名称相同");
    public static readonly Words AnotherName = new("give each vehicle a name of its own", "请为每架飞行器取不同的名称");
    public static readonly Words SystemTwice = new("is the system id of another vehicle of this link", "与此链路上另一架飞行器的系统号相同");
    public static readonly Words OwnSystem = new("is the gateway's own system id", "是网关自己的系统号");
    public static readonly Words AnotherSystem = new("write the id that is set in the vehicle", "请写飞行器中设置的系统号");
    public static readonly Words WriteASystem = new("write the vehicle's system id, 1 to 254", "请写飞行器的系统号，1 到 254");
    public static readonly Words NotAnAddress = new("is not an address", "不是 IP 地址");
    public static readonly Words WriteAnAddress = new("write the address from which the vehicle's frames come, such as \"192.0.2.71\"", "请写该飞行器数据的来源地址，例如 \"192.0.2.71\"");
    public static readonly Words NotOnThisWay = new("has no meaning here: only on a port that listens can a stranger speak", "在此无意义：只有监听的端口才可能有陌生方发送");
    public static readonly Words Remove = new("remove it", "请删去");
    public static readonly Words NobodyLeft = new("leaves nobody: no vehicle is listed", "没有任何飞行器可用：列表为空");
    public static readonly Words ListVehicles = new("list the vehicles, or remove this", "请列出飞行器，或删去此项");
    public static readonly Words NoKey = new("is missing, and so is \"passphrase\"", "缺少此项，也没有 \"passphrase\"");
    public static readonly Words TwoKeys = new("stands beside \"key\"", "与 \"key\" 同时存在");
    public static readonly Words OneKey = new("keep one of \"key\" and \"passphrase\"", "\"key\" 和 \"passphrase\" 只保留一个");
    public static readonly Words NotAKey = new("does not lead to 64 hex digits", "所指内容不是 64 位十六进制数字");
    public static readonly Words WriteAKey = new("put the 32 bytes of the key as 64 hex digits into the file, or use \"passphrase\"", "请在文件中写 64 位十六进制数字（32 字节密钥），或使用 \"passphrase\"");
    public static readonly Words ShortPassphrase = new("is shorter than 12 characters", "少于 12 个字符");
    public static readonly Words LongerPassphrase = new("take a longer one, the same in the vehicle", "请使用更长的口令，并在飞行器中设置相同的口令");
}
