namespace EdgeGateway.Protocol.Snmp;

/// <summary>
/// A level and a capacity of RFC 3805 (prtMarkerSuppliesLevel, prtInputCurrentLevel): three negative numbers are words and no amounts.
/// For a receptacle that fills the level is the room that is left.
/// </summary>
/// <param name="Level">0 and more in the unit of the row; null for a word, or for nothing.</param>
/// <param name="Capacity">1 and more; null when the printer names none.</param>
/// <param name="IsSome">-3: something is left, how much is not known.</param>
public readonly record struct PrinterLevel(long? Level, long? Capacity, bool IsSome)
{
    private const int Some = -3;

    /// <summary>0 to 100 of the capacity; null when one of the two is not told, or when there is more than fits.</summary>
    public double? Percent => Level is { } level && Capacity is { } full && level <= full ? 100.0 * level / full : null;

    public static PrinterLevel Read(long? level, long? capacity) => new(level is >= 0 ? level : null, capacity is > 0 ? capacity : null, level == Some);
}
