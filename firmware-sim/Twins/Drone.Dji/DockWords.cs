using System.Globalization;
using System.Text.Json.Nodes;

namespace EdgeGateway.Sim.Twins.Drone.Dji;

/// <summary>What the dock says (drone.md sections 2.2 to 2.8), written in a few lines that owe nothing to the gateway's reader.</summary>
public sealed class DockWords(DockProfile profile)
{
    /// <summary>Raised in the middle of each patrol.</summary>
    public const string AlarmCode = "0x16100083";

    public string Thing(string channel) => $"thing/product/{profile.Gateway}/{channel}";

    public string System(string channel) => $"sys/product/{profile.Gateway}/{channel}";

    public string AircraftOsd => $"thing/product/{profile.Aircraft}/osd";

    /// <summary>An envelope around data; a loose device writes it as the published examples do.</summary>
    public JsonObject Message(string tid, string bid, DateTimeOffset now, JsonNode data, string? method = null, int? needReply = null)
    {
        long milliseconds = now.ToUnixTimeMilliseconds();
        var message = new JsonObject
        {
            ["tid"] = tid,
            ["bid"] = bid,
            ["timestamp"] = profile.Loose ? FormattableString.Invariant($"{milliseconds}0") : milliseconds,
            ["data"] = data,
        };
        if (!profile.Loose)
        {
            message["gateway"] = profile.Gateway;
        }

        if (method is not null)
        {
            message["method"] = method;
        }

        if (needReply is { } wanted)
        {
            message["need_reply"] = profile.Loose ? wanted.ToString(CultureInfo.InvariantCulture) : wanted;
        }

        return message;
    }

    public JsonObject Topology(bool present) => new()
    {
        ["domain"] = "3",
        ["type"] = 2,
        ["sub_type"] = 0,
        ["device_secret"] = "s",
        ["nonce"] = "n",
        ["thing_version"] = "1.1.2",
        ["sub_devices"] = present ? new JsonArray(new JsonObject { ["sn"] = profile.Aircraft, ["domain"] = "0", ["type"] = 91, ["sub_type"] = 1, ["index"] = "A", ["device_secret"] = "s", ["nonce"] = "n", ["thing_version"] = "1.1.2" }) : [],
    };

    /// <summary>Half of what there is to say, turn by turn.</summary>
    public JsonObject Aircraft(DockFlight flight, bool first)
    {
        (double lat, double lon) = flight.Place;
        return first
            ? new JsonObject
            {
                ["mode_code"] = flight.ModeCode,
                ["latitude"] = Number(Math.Round(lat, 7)),
                ["longitude"] = Number(Math.Round(lon, 7)),
                ["height"] = Number(profile.GroundM + flight.Elevation),
                ["elevation"] = Number(flight.Elevation),
                ["horizontal_speed"] = Number(flight.IsMoving ? profile.SpeedMps : 0),
                ["vertical_speed"] = 0,
                ["attitude_head"] = Number(flight.HeadingDeg),
                ["battery"] = Battery(flight),
            }
            : new JsonObject
            {
                ["mode_code"] = flight.ModeCode,
                ["position_state"] = new JsonObject { ["is_fixed"] = 2, ["quality"] = 10, ["gps_number"] = 21, ["rtk_number"] = 30 },
                ["wind_speed"] = Number(3.2),
                ["wind_direction"] = 7,
                ["home_distance"] = Number(profile.RadiusM),
            };
    }

    public JsonObject Home() => new() { ["home_latitude"] = profile.Lat, ["home_longitude"] = profile.Lon, ["firmware_version"] = "10.01.0035" };

    public JsonObject Dock(DockFlight flight)
    {
        bool inside = flight.Phase == FlightPhase.Docked;
        return new JsonObject
        {
            ["mode_code"] = inside ? 0 : 4,
            ["flighttask_step_code"] = inside ? 5 : 1,
            ["cover_state"] = flight.Phase is FlightPhase.TakeOff or FlightPhase.Landing ? 1 : 0,
            ["drone_in_dock"] = inside ? 1 : 0,
            ["drone_charge_state"] = new JsonObject { ["state"] = inside && flight.Battery < 95 ? 1 : 0, ["capacity_percent"] = Number(Math.Round(flight.Battery)) },
            ["emergency_stop_state"] = 0,
            ["temperature"] = Number(31.5),
            ["environment_temperature"] = Number(29.1),
            ["humidity"] = 61,
            ["wind_speed"] = Number(4.2),
            ["rainfall"] = 0,
            ["sub_device"] = new JsonObject { ["device_sn"] = profile.Aircraft, ["device_model_key"] = "0-91-1", ["device_online_status"] = 1, ["device_paired"] = 1 },
        };
    }

    public JsonObject Hms(bool raised) => new()
    {
        ["list"] = raised
            ? new JsonArray(new JsonObject { ["level"] = 2, ["module"] = 3, ["in_the_sky"] = 1, ["code"] = AlarmCode, ["device_type"] = "0-91-1", ["imminent"] = 1, ["args"] = new JsonObject { ["component_index"] = 0, ["sensor_index"] = 0 } })
            : [],
    };

    public JsonObject Picture(DockFlight flight, string file)
    {
        (double lat, double lon) = flight.Place;
        return new JsonObject
        {
            ["file"] = new JsonObject
            {
                ["name"] = Path.GetFileName(file),
                ["path"] = "patrol",
                ["object_key"] = file,
                ["ext"] = new JsonObject { ["flight_id"] = FlightId(flight), ["drone_model_key"] = "0-91-1", ["payload_model_key"] = "1-81-0", ["is_original"] = true },
                ["metadata"] = new JsonObject { ["absolute_altitude"] = 80, ["relative_altitude"] = Number(flight.Elevation), ["gimbal_yaw_degree"] = Number(flight.HeadingDeg), ["shoot_position"] = new JsonObject { ["lat"] = Math.Round(lat, 7), ["lng"] = Math.Round(lon, 7) } },
            },
            ["flight_task"] = new JsonObject { ["uploaded_file_count"] = 1, ["expected_file_count"] = 1, ["flight_type"] = 0 },
        };
    }

    public JsonObject Progress(DockFlight flight, string status) => new()
    {
        ["result"] = 0,
        ["output"] = new JsonObject
        {
            ["status"] = status,
            ["progress"] = new JsonObject { ["current_step"] = 5, ["percent"] = status == "ok" ? 100 : 10 },
            ["ext"] = new JsonObject { ["flight_id"] = FlightId(flight), ["current_waypoint_index"] = 1, ["media_count"] = 0 },
        },
    };

    public static string FlightId(DockFlight flight) => FormattableString.Invariant($"flight-{flight.Flight}");

    private JsonObject Battery(DockFlight flight) => new()
    {
        ["capacity_percent"] = Number(Math.Round(flight.Battery)),
        ["remain_flight_time"] = Number(Math.Round(flight.Battery * 20)),
        ["return_home_power"] = 24,
        ["landing_power"] = 10,
        ["batteries"] = new JsonArray(new JsonObject { ["index"] = 0, ["sn"] = "BAT1", ["capacity_percent"] = Number(Math.Round(flight.Battery)), ["voltage"] = 14_980, ["temperature"] = Number(33.4), ["loop_times"] = 57 }),
    };

    private JsonNode Number(double value) => profile.Loose ? value.ToString(CultureInfo.InvariantCulture) : value;
}
