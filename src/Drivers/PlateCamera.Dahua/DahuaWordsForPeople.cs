using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>What a technician is told about the settings of this driver.</summary>
internal static class DahuaWordsForPeople
{
    public static readonly Words OnlyStreams = new("has no meaning when the camera pushes", "摄像机主动推送时无意义");
    public static readonly Words RemoveOrStream = new("remove it, or write \"mode\": \"snap\"", "请删除，或写 \"mode\": \"snap\"");
    public static readonly Words OnlyPush = new("has no meaning when the gateway attaches", "网关主动连接时无意义");
    public static readonly Words RemoveOrPush = new("remove it, or write \"mode\": \"push\"", "请删除，或写 \"mode\": \"push\"");
    public static readonly Words NoChannelZero = new("is no channel: they count from 1", "不是有效通道：通道从 1 开始");
    public static readonly Words WriteAChannel = new("write 1 for a camera, -1 for all channels of a recorder", "单台摄像机请写 1，录像机全部通道请写 -1");
    public static readonly Words NotWholeSeconds = new("is not a number of whole seconds", "不是整秒");
    public static readonly Words WriteWholeSeconds = new("write \"1s\" to \"60s\"", "请写 \"1s\" 到 \"60s\"");
    public static readonly Words NotCodes = new("is not a list of event codes", "不是事件代码列表");
    public static readonly Words WriteCodes = new("write 1 to 32 codes such as \"TrafficJunction\", or \"All\"", "请写 1 到 32 个代码，例如 \"TrafficJunction\"，或 \"All\"");
}
