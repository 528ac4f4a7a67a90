using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>Reads section <c>airspace</c>.</summary>
/// <param name="devices">Ids of all devices.</param>
internal sealed class AirspaceReader(IReadOnlyList<string> devices)
{
    private const int LongestSerial = 64;
    private const int MostOwn = 1024;

    private static readonly TimeSpan s_most = TimeSpan.FromMinutes(10);

    public AirspaceSettings Read(SettingsReader airspace)
    {
        var settings = new AirspaceSettings { Fences = new FencesReader(devices).Read(airspace), Own = ReadOwn(airspace) };
        settings = airspace.Section("battery") is { } battery ? settings with { Battery = ReadBattery(battery, settings.Battery) } : settings;
        settings = airspace.Section("linkLost") is { } link ? ReadLink(link, settings) : settings;
        settings = airspace.Section("positions") is { } positions ? ReadPositions(positions, settings) : settings;
        settings = airspace.Section("intruders") is { } intruders ? ReadIntruders(intruders, settings) : settings;
        settings = airspace.Section("distress") is { } distress ? ReadDistress(distress, settings) : settings;
        airspace.Finish();
        return settings;
    }

    private static IReadOnlyList<string> ReadOwn(SettingsReader airspace)
    {
        var own = airspace.Texts("own") ?? [];
        if (own.Count > MostOwn || own.Any(static serial => serial.Length is 0 or > LongestSerial))
        {
            airspace.Wrong("own", "not-a-serial", AirspaceWords.NotASerial, AirspaceWords.WriteSerials);
        }

        return own;
    }

    private static BatteryLimits ReadBattery(SettingsReader battery, BatteryLimits standard)
    {
        var limits = new BatteryLimits
        {
            Percent = battery.Number("percent", standard.Percent, 1, 99),
            HomeDistanceM = battery.Number("homeDistanceM", standard.HomeDistanceM, 0, 100_000),
            ReservePercent = battery.Number("reservePercent", standard.ReservePercent, 0, 50),
            HysteresisPercent = battery.Number("hysteresisPercent", standard.HysteresisPercent, 0, 50),
            Hold = battery.Duration("hold", standard.Hold, TimeSpan.Zero, s_most),
        };
        if (limits.Percent + limits.HysteresisPercent >= 100)
        {
            battery.Wrong("hysteresisPercent", "never-ends", AirspaceWords.NeverFullEnough, AirspaceWords.WriteLess);
        }

        battery.Finish();
        return limits;
    }

    private static AirspaceSettings ReadLink(SettingsReader link, AirspaceSettings settings)
    {
        settings = settings with
        {
            LinkLostAfter = link.Duration("after", settings.LinkLostAfter, TimeSpan.Zero, s_most),
            LinkSilence = Silence(link, settings.LinkSilence),
        };
        link.Finish();
        return settings;
    }

    private static AirspaceSettings ReadPositions(SettingsReader positions, AirspaceSettings settings)
    {
        settings = settings with
        {
            FenceHold = positions.Duration("hold", settings.FenceHold, TimeSpan.Zero, s_most),
            JumpSpeedMps = positions.Number("jumpSpeedMps", settings.JumpSpeedMps, 5, 2000),
        };
        positions.Finish();
        return settings;
    }

    private static AirspaceSettings ReadIntruders(SettingsReader intruders, AirspaceSettings settings)
    {
        settings = settings with
        {
            IntruderHold = intruders.Duration("hold", settings.IntruderHold, TimeSpan.Zero, s_most),
            IntruderSilence = Silence(intruders, settings.IntruderSilence),
        };
        intruders.Finish();
        return settings;
    }

    private static AirspaceSettings ReadDistress(SettingsReader distress, AirspaceSettings settings)
    {
        settings = settings with { DistressClear = distress.Duration("clear", settings.DistressClear, TimeSpan.Zero, s_most) };
        distress.Finish();
        return settings;
    }

    private static TimeSpan Silence(SettingsReader section, TimeSpan standard) => section.Duration("silence", standard, TimeSpan.FromSeconds(5), TimeSpan.FromHours(1));
}
