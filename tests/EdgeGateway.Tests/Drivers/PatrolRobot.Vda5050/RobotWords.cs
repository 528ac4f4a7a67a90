using System.Globalization;
using System.Text.Json.Nodes;

namespace EdgeGateway.Tests.Drivers.PatrolRobot.Vda5050;

/// <summary>Messages as a robot of version 2.1 writes them, by hand.</summary>
internal static class RobotWords
{
    public const string Prefix = "uagv/v2/ACME/R2-017/";
    public const string State = Prefix + "state";
    public const string Connection = Prefix + "connection";

    /// <param name="id">Counter.</param>
    /// <param name="change">Overrides members; a null removes one.</param>
    public static string StateOf(long id, params (string Name, JsonNode? Value)[] change)
    {
        var state = Header(id);
        foreach (var (name, value) in Usual().Concat(change))
        {
            state.Remove(name);
            if (value is not null)
            {
                state[name] = value;
            }
        }

        return state.ToJsonString();
    }

    public static string ConnectionOf(long id, string word)
    {
        var connection = Header(id);
        connection["connectionState"] = word;
        return connection.ToJsonString();
    }

    public static JsonNode Error(string type, string level, string? description = null, string? actionId = null)
    {
        var error = new JsonObject { ["errorType"] = type, ["errorLevel"] = level };
        if (description is not null)
        {
            error["errorDescription"] = description;
        }

        if (actionId is not null)
        {
            error["errorReferences"] = new JsonArray(new JsonObject { ["referenceKey"] = "actionId", ["referenceValue"] = actionId });
        }

        return error;
    }

    public static JsonNode Action(string id, string status) => new JsonObject { ["actionId"] = id, ["actionType"] = "startPause", ["actionStatus"] = status };

    public static JsonNode Stop(string word, bool field = false) => new JsonObject { ["eStop"] = word, ["fieldViolation"] = field };

    private static JsonObject Header(long id) => new()
    {
        ["headerId"] = id,
        ["timestamp"] = new DateTime(2026, 11, 22, 3, 32, 0).AddSeconds(id).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ["version"] = "2.1.0",
        ["manufacturer"] = "ACME",
        ["serialNumber"] = "R2-017",
    };

    private static (string Name, JsonNode? Value)[] Usual() =>
    [
        ("orderId", "patrol-7"), ("orderUpdateId", 0), ("lastNodeId", "n1"), ("lastNodeSequenceId", 2), ("driving", true), ("paused", false), ("operatingMode", "AUTOMATIC"),
        ("nodeStates", new JsonArray(new JsonObject { ["nodeId"] = "n2", ["sequenceId"] = 4, ["released"] = true })), ("edgeStates", new JsonArray()), ("actionStates", new JsonArray()),
        ("agvPosition", new JsonObject { ["x"] = 100.0, ["y"] = 0.0, ["theta"] = 0.0, ["mapId"] = "hall-1", ["positionInitialized"] = true }),
        ("velocity", new JsonObject { ["vx"] = 0.6, ["vy"] = 0.8, ["omega"] = 0 }),
        ("batteryState", new JsonObject { ["batteryCharge"] = 81.5, ["batteryVoltage"] = 25.1, ["charging"] = false }),
        ("errors", new JsonArray()), ("safetyState", Stop("NONE")),
    ];
}
