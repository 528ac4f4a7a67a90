using System.Text.Json;

namespace EdgeGateway.Protocol.Dji;

/// <summary>A crewed aircraft that comes near, an entry of <c>airsense_warning</c> (drone.md section 2.8).</summary>
/// <param name="Icao">Its address.</param>
/// <param name="Level">0 none to 4 gravest; null when it does not say.</param>
/// <param name="Place">Where it is.</param>
/// <param name="DistanceM">Metres to it.</param>
public sealed record DjiTraffic(string Icao, int? Level, (double Lat, double Lon)? Place, double? DistanceM)
{
    public const string Method = "airsense_warning";

    private const int Most = 32;
    private const int LongestIcao = 16;

    /// <param name="data">An array, although data is an object elsewhere.</param>
    /// <returns>Each aircraft once, with its gravest level.</returns>
    public static IReadOnlyList<DjiTraffic> Of(JsonElement data) =>
    [
        .. data.Items().Take(Most)
            .Where(one => one.Text("icao") is { Length: <= LongestIcao })
            .Select(one => new DjiTraffic(one.Text("icao")!, one.Whole("warning_level"), DjiPlace.Of(one.Number("latitude"), one.Number("longitude")), one.Number("distance")))
            .OrderByDescending(one => one.Level)
            .DistinctBy(one => one.Icao),
    ];
}
