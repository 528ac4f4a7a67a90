using System.Globalization;
using System.Text.Json.Nodes;

namespace EdgeGateway.Sim.Twins.PatrolRobot.Vda5050;

/// <summary>Messages in the words of the robot's version. It writes its JSON itself: the product's codec has no part in it.</summary>
internal sealed class RobotVoice(RobotProfile profile)
{
    private readonly Dictionary<string, long> _next = new(StringComparer.Ordinal);

    private bool IsThree => profile.Major == 3;

    /// <summary>As after a start: all counters at 0.</summary>
    public void Restart() => _next.Clear();

    /// <summary>Of the message that was written last on that topic.</summary>
    /// <returns>What the gateway calls it.</returns>
    public string NameOf(string topic, DateTimeOffset clock) => FormattableString.Invariant($"{topic}/{_next[topic] - 1}@{Time(clock)}");

    /// <summary>The last will is written before its time: its header stands still.</summary>
    public string Broken(DateTimeOffset clock) => Connection(clock, IsThree ? "CONNECTION_BROKEN" : "CONNECTIONBROKEN");

    public string Connection(DateTimeOffset clock, string state)
    {
        JsonObject message = Header("connection", clock);
        message["connectionState"] = state;
        return message.ToJsonString();
    }

    public string Factsheet(DateTimeOffset clock)
    {
        JsonObject message = Header("factsheet", clock);
        message["typeSpecification"] = new JsonObject { ["seriesName"] = "Twin", ["maxLoadMass"] = 0 };
        return message.ToJsonString();
    }

    public string Visualization(RobotSnapshot now, DateTimeOffset clock)
    {
        JsonObject message = Header("visualization", clock);
        AddPlace(message, now);
        return message.ToJsonString();
    }

    public string State(RobotSnapshot now, DateTimeOffset clock)
    {
        JsonObject message = Header("state", clock);
        message["orderId"] = "patrol";
        message["orderUpdateId"] = 0;
        message["lastNodeId"] = $"n{now.Place.Node % 4}";
        message["lastNodeSequenceId"] = 2 * now.Place.Node;
        message["nodeStates"] = new JsonArray(new JsonObject { ["nodeId"] = $"n{(now.Place.Node + 1) % 4}", ["sequenceId"] = (2 * now.Place.Node) + 2, ["released"] = true });
        message["edgeStates"] = new JsonArray();
        message["driving"] = now.Driving;
        message["paused"] = now.Paused;
        message["operatingMode"] = "AUTOMATIC";
        AddPlace(message, now);
        AddPower(message, now);
        message["errors"] = new JsonArray([.. now.Errors.Select(Error)]);
        message["safetyState"] = new JsonObject { [IsThree ? "activeEmergencyStop" : "eStop"] = now.Stop, ["fieldViolation"] = false };
        message["actionStates"] = new JsonArray([.. (IsThree ? [] : now.Actions).Select(Action)]);
        if (IsThree)
        {
            message["instantActionStates"] = new JsonArray([.. now.Actions.Select(Action)]);
        }

        return message.ToJsonString();
    }

    private static JsonNode Error(RobotError error) => new JsonObject
    {
        ["errorType"] = error.Type,
        ["errorLevel"] = error.Level,
        ["errorDescription"] = error.Text,
        ["errorReferences"] = error.ActionId is { } id ? new JsonArray(new JsonObject { ["referenceKey"] = "actionId", ["referenceValue"] = id }) : new JsonArray(),
    };

    private static JsonNode Action((string Id, string Type, string Status) action) =>
        new JsonObject { ["actionId"] = action.Id, ["actionType"] = action.Type, ["actionStatus"] = action.Status };

    private void AddPlace(JsonObject message, RobotSnapshot now)
    {
        message[IsThree ? "mobileRobotPosition" : "agvPosition"] = new JsonObject
        {
            ["x"] = Math.Round(now.Place.X, 3),
            ["y"] = Math.Round(now.Place.Y, 3),
            ["theta"] = Math.Round(now.Place.Theta, 4),
            ["mapId"] = profile.Map,
            [IsThree ? "localized" : "positionInitialized"] = true,
        };
        message["velocity"] = new JsonObject { ["vx"] = now.Speed, ["vy"] = 0, ["omega"] = 0 };
    }

    private void AddPower(JsonObject message, RobotSnapshot now) => message[IsThree ? "powerSupply" : "batteryState"] = new JsonObject
    {
        [IsThree ? "stateOfCharge" : "batteryCharge"] = Math.Round(now.Battery, 2),
        ["batteryVoltage"] = 25.2,
        ["charging"] = false,
    };

    private JsonObject Header(string topic, DateTimeOffset clock)
    {
        long id = _next.GetValueOrDefault(topic);
        _next[topic] = id + 1;
        return new JsonObject
        {
            ["headerId"] = id,
            ["timestamp"] = Time(clock),
            ["version"] = profile.Version,
            ["manufacturer"] = profile.Manufacturer,
            ["serialNumber"] = profile.Serial,
        };
    }

    private static string Time(DateTimeOffset clock) => clock.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
