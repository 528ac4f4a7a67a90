using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.HttpDevice;

namespace EdgeGateway.Drivers.PlateCamera;

/// <summary>Checks of the settings that plate cameras share.</summary>
internal static class CameraSettings
{
    private static readonly Words s_notACheckpoint = new("is not a checkpoint code", "不是卡口编号");
    private static readonly Words s_writeACheckpoint = new("write the 20 digits of the code", "请写 20 位数字编号");

    public static string? ReadCheckpoint(SettingsReader device) =>
        HttpPeerSettings.Checked(device, "checkpoint", IsCheckpoint, "not-a-checkpoint", s_notACheckpoint, s_writeACheckpoint);

    private static bool IsCheckpoint(string text) => text.Length == 20 && text.All(char.IsAsciiDigit);
}
