using System.Text.Json.Nodes;

namespace EdgeGateway.Sim.Twins.Drone.Dji;

/// <summary>What the dock does when it is ordered (drone.md section 2.9).</summary>
public sealed class DockServices(DockFlight flight)
{
    private const int NotFlying = 314_005;
    private const int NoAuthority = 314_013;
    private const int Unknown = 312_000;

    private readonly Lock _gate = new();
    private readonly List<string> _taken = [];
    private bool _hasAuthority;

    /// <summary>Does not answer, and does it all the same.</summary>
    public bool IsMute { get; set; }

    /// <summary>Methods that came, in order.</summary>
    public IReadOnlyList<string> Taken
    {
        get
        {
            lock (_gate)
            {
                return [.. _taken];
            }
        }
    }

    /// <returns>The result; null for no answer.</returns>
    public int? Take(JsonObject message, DateTimeOffset now)
    {
        string method = message["method"]?.GetValue<string>() ?? "";
        lock (_gate)
        {
            _taken.Add(method);
            int result = Do(method, message["data"], now);
            return IsMute ? null : result;
        }
    }

    private int Do(string method, JsonNode? data, DateTimeOffset now)
    {
        switch (method)
        {
            case "return_home":
                return flight.Order(FlightPhase.Return, now) ? 0 : NotFlying;
            case "flighttask_pause":
                return flight.Order(FlightPhase.Paused, now) ? 0 : NotFlying;
            case "flight_authority_grab":
                _hasAuthority = true;
                return 0;
            case "fly_to_point" when !_hasAuthority:
                return NoAuthority;
            case "fly_to_point" when Target(data) is { } target:
                return flight.Order(FlightPhase.GoTo, now, target) ? 0 : NotFlying;
            default:
                return Unknown;
        }
    }

    private static (double Lat, double Lon)? Target(JsonNode? data)
    {
        JsonNode? point = (data?["points"] as JsonArray)?.FirstOrDefault();
        return point?["latitude"] is { } lat && point["longitude"] is { } lon ? (lat.GetValue<double>(), lon.GetValue<double>()) : null;
    }
}
