namespace EdgeGateway.Protocol.Plates;

/// <summary>What the device says of a plate besides its text.</summary>
public sealed record PlateContext
{
    public static readonly PlateContext None = new();

    /// <summary>Whether the device says that the vehicle carries a plate; null when it says nothing.</summary>
    public bool? HasPlate { get; init; }

    /// <summary>GA/T 16.7 class, two digits, or null.</summary>
    public string? PlateClass { get; init; }

    /// <summary>True when the device names a country and it is not China.</summary>
    public bool Foreign { get; init; }
}
