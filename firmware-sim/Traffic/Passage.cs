namespace EdgeGateway.Sim.Traffic;

/// <summary>One vehicle that really passed: the truth that a twin then tells in its own words.</summary>
public sealed record Passage
{
    /// <summary>Number at this device, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>The device's own identifier, 36 characters.</summary>
    public required string Uuid { get; init; }

    /// <summary>True time, whole milliseconds.</summary>
    public required DateTimeOffset At { get; init; }

    public required Plate Plate { get; init; }

    /// <summary>1 is the leftmost in travel direction.</summary>
    public required int Lane { get; init; }

    public required int SpeedKmh { get; init; }

    /// <summary>Body colour in Hikvision's words.</summary>
    public required string Colour { get; init; }

    /// <summary>0 to 100.</summary>
    public required int Confidence { get; init; }

    /// <summary>Seed of the pictures and of every dice this passage throws.</summary>
    public required ulong Seed { get; init; }
}
