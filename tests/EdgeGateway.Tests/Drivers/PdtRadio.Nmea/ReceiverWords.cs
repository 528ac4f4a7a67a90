using System.Globalization;
using System.Text;

namespace EdgeGateway.Tests.Drivers.PdtRadio.Nmea;

/// <summary>What a receiver says, written by hand and not by the product.</summary>
internal static class ReceiverWords
{
    /// <summary>RMC and GGA of one moment, with their line ends.</summary>
    public static byte[] Moment(DateTimeOffset at, string status = "A") => [.. Rmc(at, status), .. Gga(at)];

    public static byte[] Rmc(DateTimeOffset at, string status = "A") => Line(string.Create(
        CultureInfo.InvariantCulture, $"GNRMC,{at.UtcDateTime:HHmmss.ff},{status},2307.7460,N,11315.8640,E,12.5,84.4,{at.UtcDateTime:ddMMyy},,,A"));

    public static byte[] Gga(DateTimeOffset at) => Line(string.Create(
        CultureInfo.InvariantCulture, $"GNGGA,{at.UtcDateTime:HHmmss.ff},2307.7460,N,11315.8640,E,1,09,0.92,21.4,M,-5.1,M,,"));

    public static byte[] Line(string body) => Encoding.ASCII.GetBytes($"${body}*{body.Aggregate(0, (sum, letter) => sum ^ letter):X2}\r\n");
}
