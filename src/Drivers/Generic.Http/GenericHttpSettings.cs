using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Generic;
using EdgeGateway.Drivers.HttpDevice;

namespace EdgeGateway.Drivers.Generic.Http;

/// <summary>Reads <see cref="GenericHttpOptions"/> from a device's entry.</summary>
internal static class GenericHttpSettings
{
    private static readonly Dictionary<string, bool> s_unmatched = new(StringComparer.Ordinal) { ["accept"] = false, ["refuse"] = true };

    public static GenericHttpOptions Read(SettingsReader device) => new()
    {
        Token = HttpPeerSettings.ReadToken(device) ?? new Secret(string.Empty),
        Map = SensorMapReader.OfDevice(device),
        RefusesUnmatched = device.Choice("unmatched", false, s_unmatched),
    };
}
