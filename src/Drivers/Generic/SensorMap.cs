namespace EdgeGateway.Drivers.Generic;

/// <summary>What a site's map file makes of the messages of a device without a driver of its own.</summary>
public sealed record SensorMap
{
    public const int MostRules = 32;

    /// <summary>Nothing is mapped; what follows from a map that could not be read.</summary>
    public static readonly SensorMap Empty = new();

    /// <summary>Every rule that takes a message makes readings of it; at most <see cref="MostRules"/>.</summary>
    public IReadOnlyList<MapRule> Rules { get; init; } = [];

    /// <summary>Another one for every other text of the file: whatever was corrected there, messages may become something else by it.</summary>
    internal string Mark { get; init; } = string.Empty;

    /// <summary>Most different names that one device may bring, 1 to 1,024; default 64. A device that invents names fills nothing.</summary>
    public int MostNames { get; init; } = 64;
}
