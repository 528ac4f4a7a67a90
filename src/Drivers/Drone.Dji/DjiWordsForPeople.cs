using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>What a technician is told about the settings of this driver.</summary>
internal static class DjiWordsForPeople
{
    public static readonly Words NotASerial = new("cannot be a serial number", "不能作为序列号");
    public static readonly Words WriteASerial = new("write the serial number from the device's label, for example \"7CTDM3D00B1234\"", "请写设备铭牌上的序列号，例如 \"7CTDM3D00B1234\"");
    public static readonly Words TooManyVehicles = new("names more aircraft than one dock has", "飞行器数量超过一个机场的上限");
    public static readonly Words NotAName = new("cannot be a name", "不能作为名称");
    public static readonly Words WriteAName = new("1 to 64 characters", "1 到 64 个字符");
    public static readonly Words SerialTwice = new("is the serial number of another aircraft of this list", "与列表中另一架飞行器的序列号相同");
    public static readonly Words AnotherSerial = new("write each aircraft once", "每架飞行器只写一次");
    public static readonly Words NameTwice = new("is the name of another aircraft of this list", "与列表中另一架飞行器同名");
    public static readonly Words AnotherName = new("give each aircraft a name of its own", "请为每架飞行器取不同的名称");
    public static readonly Words WriteAnAppId = new("write the id of your app at the vendor's developer site", "请写在厂商开发者网站上申请的应用 id");
    public static readonly Words NotAHost = new("is neither a name nor an address", "既不是主机名也不是地址");
    public static readonly Words WriteAHost = new("write the time server's address such as \"192.0.2.1\"", "请写时间服务器的地址，例如 \"192.0.2.1\"");
    public static readonly Words WriteAnOrganization = new("write what the devices shall show as their organisation", "请写设备上显示的组织");
    public static readonly Words TooManyTexts = new("holds more, or longer, texts than can be used", "文本过多或过长");
    public static readonly Words ShorterTexts = new("at most 4096 texts of at most 256 characters", "最多 4096 条，每条最多 256 个字符");

    public static Words AtMost(int most) => new($"at most {most}", $"最多 {most} 个");
}
