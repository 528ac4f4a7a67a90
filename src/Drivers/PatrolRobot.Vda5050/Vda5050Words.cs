using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.PatrolRobot.Vda5050;

/// <summary>What is said to a technician, in both languages.</summary>
internal static class Vda5050Words
{
    public static readonly Words NotALevel = new("cannot stand in the robot's topics", "不能用在机器人的主题中");
    public static readonly Words WriteALevel = new("write it as the robot's topics have it, without / + #", "请按机器人主题中的写法，不含 / + #");
    public static readonly Words WriteAnInterface = new("write what stands before /v2 or /v3 in the robot's topics, for example \"uagv\"", "请写机器人主题中 /v2 或 /v3 之前的部分，例如 \"uagv\"");
    public static readonly Words NotASerial = new("is no serial number of VDA 5050", "不是 VDA 5050 的序列号");
    public static readonly Words WriteASerial = new("write 1 to 64 characters of A-Z a-z 0-9 _ . : - as in the robot's topics", "请写 1 至 64 个字符，只用 A-Z a-z 0-9 _ . : -，与机器人主题一致");
    public static readonly Words NotAName = new("is no name", "不能用作名称");
    public static readonly Words WriteAName = new("write 1 to 64 characters", "请写 1 至 64 个字符");
    public static readonly Words WriteAMap = new("write the mapId that the robot uses", "请写机器人使用的 mapId");
    public static readonly Words MapTwice = new("is described twice", "重复描述");
    public static readonly Words OneMap = new("keep one of them", "请只保留一个");
    public static readonly Words TooManyMaps = new("are more maps than one robot has", "地图数量超过一台机器人所需");
    public static readonly Words WriteLat = new("write degrees north of the map's origin, -90 to 90", "请写地图原点的纬度，-90 到 90，北为正");
    public static readonly Words WriteLon = new("write degrees east of the map's origin, -180 to 180", "请写地图原点的经度，-180 到 180，东为正");

    public static Words AtMost(int count) => new($"write at most {count}", $"最多写 {count} 个");
}
