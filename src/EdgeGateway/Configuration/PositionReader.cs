using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Configuration;

/// <summary><c>{ "lat": 23.16, "lon": 113.23 }</c>, degrees, WGS-84.</summary>
internal static class PositionReader
{
    public static GeoPosition? Read(SettingsReader owner, string name)
    {
        if (owner.Section(name) is not { } position)
        {
            return null;
        }

        double lat = position.RequiredNumber("lat", -90, 90, ConfigurationWords.LatNeeded);
        double lon = position.RequiredNumber("lon", -180, 180, ConfigurationWords.LonNeeded);
        position.Finish();
        return new GeoPosition(lat, lon, "WGS-84", "site");
    }
}
