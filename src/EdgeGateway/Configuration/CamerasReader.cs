using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Configuration;

/// <summary>Reads section <c>cameras</c>.</summary>
internal static class CamerasReader
{
    private static readonly Dictionary<string, HpysList> s_lists = new(StringComparer.Ordinal)
    {
        ["common"] = HpysList.Common,
        ["second"] = HpysList.Second,
    };

    public static CameraSettings Read(SettingsReader cameras)
    {
        var standard = new CameraSettings();
        var settings = new CameraSettings
        {
            PassingRecord = cameras.Flag("passingRecord", standard.PassingRecord),
            Hpys = cameras.Choice("hpys", standard.Hpys, s_lists),
            ClockLimit = cameras.Duration("clockLimit", standard.ClockLimit, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
        };
        cameras.Finish();
        return settings;
    }

    /// <returns>The 20 digits of <c>checkpoint</c>, or null when there are none.</returns>
    public static string? ReadCheckpoint(SettingsReader site)
    {
        string? code = site.Text("checkpoint");
        if (code is not null && (code.Length != 20 || !code.All(char.IsAsciiDigit)))
        {
            site.Wrong("checkpoint", "not-a-checkpoint", ConfigurationWords.NotACheckpoint, ConfigurationWords.WriteACheckpoint);
        }

        return code;
    }
}
