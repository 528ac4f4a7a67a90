using EdgeGateway.Protocol.Elements;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>DeviceGPSInfo: degrees, minutes and seconds with a letter beside them; all zero means that there is no receiver.</summary>
internal static class HikvisionPosition
{
    public static GeoPosition? Of(Element gps)
    {
        double? lat = Degrees(gps["latitude"], gps["latitudeType"], gps["divisionNS"], "S");
        double? lon = Degrees(gps["longitude"], gps["longitudeType"], gps["divisionEW"], "W");
        return lat is >= -90 and <= 90 && lon is >= -180 and <= 180 && (lat != 0 || lon != 0)
            ? new GeoPosition(lat.Value, lon.Value, "WGS-84", "device") : null;
    }

    private static double? Degrees(Element angle, Element type, Element division, string negative)
    {
        double? size = angle.HasChildren
            ? angle["degree"].Number() + (angle["minute"].Number() ?? 0) / 60 + (angle["sec"].Number() ?? 0) / 3600
            : angle.Number();
        return type.Is(negative) || division.Is(negative) ? -size : size;
    }
}
