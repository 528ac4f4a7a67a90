using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Generic;

/// <summary>Which messages, and what they become.</summary>
public sealed record MapRule
{
    public const int MostConditions = 8;
    public const int MostValues = 64;
    public const int MostNativeIdPaths = 4;

    /// <summary>Of which topics, or HTTP paths behind the token; null: of all.</summary>
    public TopicPattern? Topic { get; init; }

    /// <summary>All must hold.</summary>
    public IReadOnlyList<MapCondition> When { get; init; } = [];

    /// <summary>A list of which each item is an entry; all paths of the rule then start there. Null: the message is the entry.</summary>
    public MapPath? Each { get; init; }

    public required MapKind Kind { get; init; }

    /// <summary>Null: as the kind has it.</summary>
    public Lane? Lane { get; init; }

    /// <summary>What sort of thing, for example <c>crowd-counter</c>.</summary>
    public string Type { get; init; } = string.Empty;

    /// <summary>Which one; an entry that was to have a name and has none is left out.</summary>
    public MapText? Name { get; init; }

    public IReadOnlyList<MapValue> Values { get; init; } = [];

    /// <summary>Null: when the gateway had the message.</summary>
    public MapTime? Time { get; init; }

    /// <summary>What together makes a repeat recognisable; empty: repeats are not recognised.</summary>
    public IReadOnlyList<MapPath> NativeId { get; init; } = [];

    /// <summary>Of alarms.</summary>
    public MapAlarm? Alarm { get; init; }

    public MapPosition? Position { get; init; }

    /// <summary>What tells it from the other rules of its map, wherever it stands there.</summary>
    public string Mark { get; init; } = string.Empty;
}

/// <summary>What a rule makes.</summary>
public enum MapKind
{
    Reading,
    Event,
    Alarm,

    /// <summary>Nothing, by intent: the message is known and not wanted.</summary>
    Ignore,
}
