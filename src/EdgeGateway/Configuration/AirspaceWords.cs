using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Geo;

namespace EdgeGateway.Configuration;

/// <summary>What the settings of the airspace say to a technician, in both languages.</summary>
internal static class AirspaceWords
{
    public static readonly Words NameNeeded = new("write a name that alarms will bear, for example \"name\": \"harbour\"", "请写告警中显示的名称，如 \"name\": \"harbour\"");
    public static readonly Words KindNeeded = new("write \"kind\": \"stay-in\" for our own vehicles, or \"keep-out\" against unknown aircraft", "请写 \"kind\": \"stay-in\"（限制自有载具）或 \"keep-out\"（防范不明航空器）");
    public static readonly Words TooManyFences = new("has too many entries", "项数过多");
    public static readonly Words NoArea = new("has no area", "没有区域");
    public static readonly Words TwoAreas = new("stands beside \"polygon\"", "与 \"polygon\" 同时出现");
    public static readonly Words WriteArea = new(
        "write either \"polygon\": [ [22.50, 113.90], [22.50, 113.91], [22.51, 113.91] ] (latitude first) or \"circle\": { \"lat\": 22.5, \"lon\": 113.9, \"radiusM\": 300 }",
        "请写 \"polygon\": [ [22.50, 113.90], [22.50, 113.91], [22.51, 113.91] ]（纬度在前）或 \"circle\": { \"lat\": 22.5, \"lon\": 113.9, \"radiusM\": 300 }，二者取一");

    public static readonly Words RadiusNeeded = new("write metres, 1 to 50000", "请写半径，1 到 50000 米");
    public static readonly Words CeilingBelowFloor = new("is not above \"floorM\"", "不高于 \"floorM\"");
    public static readonly Words WriteHigher = new("write metres above the take-off point, more than \"floorM\"", "请写高于起飞点的米数，且大于 \"floorM\"");
    public static readonly Words NobodyInside = new("says for nobody that he must stay in", "没有指明谁必须留在其中");
    public static readonly Words NameVehicles = new("write \"devices\": [\"drones-1\"] for all vehicles of a device, or \"vehicles\": [\"drone-east\"]", "请写 \"devices\": [\"drones-1\"]（该设备的所有载具）或 \"vehicles\": [\"drone-east\"]");
    public static readonly Words KeepOutNames = new("names vehicles of ours, which a keep-out fence does not keep out", "列出了自有载具，而 keep-out 不限制自有载具");
    public static readonly Words LeaveOut = new("take it out, or write \"kind\": \"stay-in\"", "请去掉，或写 \"kind\": \"stay-in\"");
    public static readonly Words NotASerial = new("is not a list of serial numbers", "不是序列号列表");
    public static readonly Words WriteSerials = new("write at most 1024 serial numbers of 1 to 64 characters, as the aircraft broadcast them", "请写最多 1024 个序列号，每个 1 到 64 个字符，与航空器广播的一致");
    public static readonly Words NeverFullEnough = new("asks for more than a full battery before the alarm ends", "要求电量超过满电告警才会结束");
    public static readonly Words WriteLess = new("make \"percent\" and \"hysteresisPercent\" together less than 100", "请使 \"percent\" 与 \"hysteresisPercent\" 之和小于 100");

    public static Words NameTwice(string path) => new($"is the name of {path} already", $"与 {path} 的名称重复");

    public static Words Fault(PolygonFault fault) => fault switch
    {
        PolygonFault.TooFew => new("has fewer than three corners", "少于三个顶点"),
        PolygonFault.TooMany => new("has too many corners", "顶点过多"),
        PolygonFault.NotOnEarth => new("has a corner that is not on the earth", "有顶点不在地球上"),
        PolygonFault.Repeated => new("has a corner twice in a row", "有连续重复的顶点"),
        PolygonFault.Antimeridian => new("goes over the meridian of 180 degrees", "跨越了 180 度经线"),
        PolygonFault.TooLarge => new("is larger than a site can be", "超出站点可能的范围"),
        _ => new("crosses itself", "自身相交"),
    };

    public static Words Right(PolygonFault fault) => fault switch
    {
        PolygonFault.TooMany => new($"write at most {PolygonCheck.MostCorners} corners", $"最多写 {PolygonCheck.MostCorners} 个顶点"),
        PolygonFault.NotOnEarth => new("write [latitude, longitude], -90 to 90 and -180 to 180", "请写 [纬度, 经度]，-90 到 90 和 -180 到 180"),
        PolygonFault.Repeated => new("write each corner once; the last is joined to the first by itself", "每个顶点只写一次；末点会自动与首点相连"),
        PolygonFault.Antimeridian => new("split it into two fences, one on each side", "请分成两个围栏，两侧各一个"),
        PolygonFault.TooLarge => new("keep it within 100 km from corner to corner; are latitude and longitude in the right order?", "对角不超过 100 公里；纬度和经度的顺序是否正确？"),
        PolygonFault.CrossesItself => new("list the corners in the order in which one walks round the area", "请按沿边界行走的顺序列出顶点"),
        _ => new("write at least three corners, [latitude, longitude]", "请至少写三个顶点，[纬度, 经度]"),
    };
}
