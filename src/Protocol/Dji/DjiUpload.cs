using System.Text.Json;

namespace EdgeGateway.Protocol.Dji;

/// <summary>A file that lies in the operator's storage, from <c>file_upload_callback</c> (drone.md section 2.8).</summary>
public sealed record DjiUpload
{
    public const string Method = "file_upload_callback";

    private const int LongestName = 512;

    /// <summary>0 when it arrived; null when the message does not say.</summary>
    public int? Result { get; init; }

    /// <summary>Its key in the storage, else its path, else its name.</summary>
    public string? File { get; init; }

    public string? FlightId { get; init; }

    /// <summary>Metres above the take-off point.</summary>
    public double? RelativeAltitude { get; init; }

    /// <summary>Degrees from north.</summary>
    public double? GimbalYaw { get; init; }

    public (double Lat, double Lon)? Place { get; init; }

    public static DjiUpload Of(JsonElement data)
    {
        var file = data.Member("file");
        var metadata = file.Member("metadata");
        var position = metadata.Member("shoot_position");
        return new DjiUpload
        {
            Result = data.Whole("result"),
            File = new[] { file.Text("object_key"), file.Text("path"), file.Text("name") }.FirstOrDefault(name => name is { Length: <= LongestName }),
            FlightId = file.Member("ext").Text("flight_id"),
            RelativeAltitude = metadata.Number("relative_altitude"),
            GimbalYaw = metadata.Number("gimbal_yaw_degree"),
            Place = DjiPlace.Of(position.Number("lat"), position.Number("lng")),
        };
    }
}
