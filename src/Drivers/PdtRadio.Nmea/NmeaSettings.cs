using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Serial;
using EdgeGateway.Protocol.Pdt;

namespace EdgeGateway.Drivers.PdtRadio.Nmea;

/// <summary>Reads <see cref="NmeaOptions"/> from a device's entry.</summary>
internal static class NmeaSettings
{
    private const int HighestRadio = 0xFFFFFF;

    private static readonly SerialSettings s_usual = new(string.Empty) { BaudRate = 9_600 };

    public static NmeaOptions Read(SettingsReader device) => new()
    {
        Line = SerialSettingsReader.Read(device, s_usual),
        Radio = device.Has("radio") ? device.Whole("radio", 1, 1, HighestRadio) : null,
        Numbers = new NumberRule { Scheme = RadioSiteSettings.Scheme(device) },
        Every = device.Duration("every", TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
        Silence = device.Duration("silence", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(10)),
        ClockWatch = device.Flag("clockWatch", true),
    };
}
