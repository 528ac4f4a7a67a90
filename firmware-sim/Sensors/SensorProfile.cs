namespace EdgeGateway.Sim.Sensors;

/// <summary>What a device without a driver of its own is and how often it speaks.</summary>
public sealed record SensorProfile
{
    public SensorSort Sort { get; init; } = SensorSort.Counter;

    /// <summary>Its serial number, or the name of the station.</summary>
    public string Serial { get; init; } = "PC-4";

    /// <summary>Doors of a counter, 1 to 16.</summary>
    public int Doors { get; init; } = 2;

    /// <summary>People through one door in the busiest minute, 1 to 10,000.</summary>
    public int Peak { get; init; } = 60;

    /// <summary>Between two messages.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>By how much its day runs faster than the clock, 1 to 86,400: 1,440 shows a day in a minute.</summary>
    public double DayFaster { get; init; } = 1;

    /// <summary>Share of messages that are sent once more although they were taken, 0 to 1.</summary>
    public double DuplicateRate { get; init; }
}

/// <summary>What it is.</summary>
public enum SensorSort
{
    /// <summary>Counts people at doors; its words are those of the map crowd-counter.json.</summary>
    Counter,

    /// <summary>A weather station; map weather.json.</summary>
    Weather,

    /// <summary>A counter of which most messages are wrong, each time in another way; every seventh is right.</summary>
    Misbehaving,
}
