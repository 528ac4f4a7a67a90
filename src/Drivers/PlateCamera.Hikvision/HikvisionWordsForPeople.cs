using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>What a technician is told about the two directions of this driver.</summary>
internal static class HikvisionWordsForPeople
{
    public static readonly Words OnlyPull = new("has no meaning when the camera pushes", "摄像机主动推送时无意义");
    public static readonly Words RemoveOrPull = new("remove it, or write \"direction\": \"pull\"", "请删除，或写 \"direction\": \"pull\"");
    public static readonly Words OnlyPush = new("has no meaning when the gateway pulls", "网关主动拉取时无意义");
    public static readonly Words RemoveOrPush = new("remove it, or write \"direction\": \"push\"", "请删除，或写 \"direction\": \"push\"");
}
