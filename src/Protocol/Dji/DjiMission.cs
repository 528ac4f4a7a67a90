using System.Text.Json;

namespace EdgeGateway.Protocol.Dji;

/// <summary>How far a flight task is, from <c>flighttask_progress</c> (drone.md section 2.8).</summary>
/// <param name="FlightId">The task.</param>
/// <param name="Status">The vendor's word, such as <c>in_progress</c>.</param>
/// <param name="Waypoint">Index of the waypoint that is flown to.</param>
/// <param name="Percent">0 to 100.</param>
public sealed record DjiMission(string? FlightId, string? Status, int? Waypoint, double? Percent)
{
    public const string Method = "flighttask_progress";

    /// <summary>Adds what one event says; one of another task begins anew.</summary>
    public static DjiMission Of(DjiMission? before, JsonElement data)
    {
        var output = data.Member("output");
        var ext = output.Member("ext");
        string? flight = ext.Text("flight_id");
        var known = flight is not null && before?.FlightId != flight ? null : before;
        return new DjiMission(
            flight ?? known?.FlightId,
            output.Text("status") ?? known?.Status,
            ext.Whole("current_waypoint_index") ?? known?.Waypoint,
            output.Member("progress").Number("percent") ?? known?.Percent);
    }
}
