using System.Text.Json;

namespace EdgeGateway.Protocol.Vda5050;

/// <summary>The members of <see cref="VdaState"/>, one part of the message after the other.</summary>
internal static class VdaStateReader
{
    /// <summary>Entries of one list; a robot with more is not well in another way.</summary>
    private const int MostItems = 256;

    private const int MostErrors = 64;
    private const int MostReferences = 16;

    /// <summary>Metres from the origin of a map, and metres a second; what is beyond is no robot on the ground.</summary>
    private const double Farthest = 100_000;
    private const double Fastest = 50;

    public static VdaState Read(JsonElement root, VdaHeader header)
    {
        var (place, badPlace) = Place(root.Either("mobileRobotPosition", "agvPosition"));
        var (power, badPower) = Power(root.Either("powerSupply", "batteryState"));
        var (speed, badSpeed) = Speed(root.Member("velocity"));
        var safety = root.Member("safetyState");
        var errors = root.Member("errors");
        return new VdaState(header)
        {
            OrderId = root.Member("orderId").Text(),
            LastNode = root.Member("lastNodeId").Text(),
            LastNodeSequence = root.Member("lastNodeSequenceId").Whole(0, uint.MaxValue),
            Ahead = Ahead(root.Member("nodeStates"), root.Member("edgeStates")),
            Place = place,
            SpeedMps = speed,
            Driving = root.Member("driving").Flag(),
            Paused = root.Member("paused").Flag(),
            Mode = root.Member("operatingMode").Text(),
            Power = power,
            EmergencyStop = safety.Either("activeEmergencyStop", "eStop").Text(),
            FieldViolation = safety.Member("fieldViolation").Flag(),
            Errors = errors.ValueKind == JsonValueKind.Array ? Errors(errors) : null,
            IsErrorListWhole = errors.Items().Take(MostErrors + 1).Count() <= MostErrors && errors.Items().Take(MostErrors).All(item => Error(item) is not null),
            Actions = [.. Actions(root.Member("actionStates")).Concat(Actions(root.Member("instantActionStates")))],
            Nonsense = (badPlace ? 1 : 0) + (badPower ? 1 : 0) + (badSpeed ? 1 : 0),
        };
    }

    private static (VdaPlace? Place, bool IsBad) Place(JsonElement place)
    {
        if (place.ValueKind != JsonValueKind.Object)
        {
            return (null, false);
        }

        var (x, y) = (Within(place.Member("x").Number(), -Farthest, Farthest), Within(place.Member("y").Number(), -Farthest, Farthest));
        return x is null || y is null ? (null, true) : (new VdaPlace(
            x.Value,
            y.Value,
            Within(place.Member("theta").Number(), -1_000, 1_000),
            place.Member("mapId").Text() is { Length: > 0 } map ? map : null,
            place.Either("localized", "positionInitialized").Flag(),
            Within(place.Member("localizationScore").Number(), 0, 1),
            Within(place.Member("deviationRange").Number(), 0, Farthest)), false);
    }

    private static (VdaPower? Power, bool IsBad) Power(JsonElement power)
    {
        if (power.ValueKind != JsonValueKind.Object)
        {
            return (null, false);
        }

        double? told = power.Either("stateOfCharge", "batteryCharge").Number();
        double? percent = Within(told, 0, 100);
        return (new VdaPower(
            percent,
            power.Member("batteryVoltage").Number(),
            power.Member("batteryCurrent").Number(),
            Within(power.Member("batteryHealth").Number(), 0, 100),
            power.Member("charging").Flag(),
            Within(power.Either("range", "reach").Number(), 0, double.MaxValue)), told is not null && percent is null);
    }

    private static (double? Speed, bool IsBad) Speed(JsonElement velocity)
    {
        if (velocity.Member("vx").Number() is not { } x)
        {
            return (null, false);
        }

        double speed = Math.Sqrt((x * x) + (velocity.Member("vy").Number() is { } y ? y * y : 0));
        return speed <= Fastest ? (speed, false) : (null, true);
    }

    private static int? Ahead(JsonElement nodes, JsonElement edges) =>
        nodes.ValueKind == JsonValueKind.Array || edges.ValueKind == JsonValueKind.Array ? nodes.Items().Count() + edges.Items().Count() : null;

    /// <summary>One that stands there twice counts as its gravest: a warning must not hide a fatal error.</summary>
    private static VdaError[] Errors(JsonElement errors) =>
        [.. errors.Items().Take(MostErrors).Select(Error).OfType<VdaError>().GroupBy(static error => error.Key).Select(static same => same.MaxBy(static error => error.Gravity)!)];

    private static VdaError? Error(JsonElement error) => error.Member("errorType").Text() is not { } type ? null : new VdaError(
        type,
        error.Member("errorLevel").Text() ?? string.Empty,
        error.Member("errorDescription").Text(),
        [
            .. error.Member("errorReferences").Items().Take(MostReferences)
                .Select(one => (Key: one.Member("referenceKey").Text(), Value: one.Member("referenceValue").Text()))
                .Where(one => one is { Key: not null, Value: not null }).Select(one => (one.Key!, one.Value!)),
        ]);

    private static IEnumerable<VdaActionState> Actions(JsonElement list) => list.Items().Take(MostItems)
        .Where(item => item.Member("actionId").Text() is not null && item.Member("actionStatus").Text() is not null)
        .Select(item => new VdaActionState(item.Member("actionId").Text()!, item.Member("actionType").Text(), item.Member("actionStatus").Text()!));

    private static double? Within(double? value, double least, double most) => value >= least && value <= most ? value : null;
}
