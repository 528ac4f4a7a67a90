namespace EdgeGateway.Drivers.Kiosk;

/// <summary>How one supply of a kiosk is now, as far as the device says. Numbers only where it gives numbers.</summary>
/// <param name="Module">In which part of the kiosk, 1 to 64 characters.</param>
/// <param name="Name">Which one of it, 1 to 64 characters.</param>
/// <param name="Supply">As <see cref="Protocol.Model.Kiosks.KioskConsumableBody.Supply"/>.</param>
/// <param name="State">As <see cref="Protocol.Model.Kiosks.KioskConsumableBody.State"/>.</param>
/// <param name="Fills">True for what fills up; null where nobody knows, which counts as used up.</param>
/// <param name="Percent">0 to 100 of its capacity; null when the device gives none: it is reckoned from count and capacity where it gives both.</param>
/// <param name="Count">Pieces left, or for what fills up pieces in it.</param>
/// <param name="Capacity">Pieces when full.</param>
public sealed record SupplyLevel(
    string Module, string Name, string Supply, string State, bool? Fills = null, double? Percent = null, long? Count = null, long? Capacity = null)
{
    /// <summary>Room for a piece or two more than the maker counts.</summary>
    private const double Brim = 105;

    /// <summary>0 to 100; null when nothing tells it.</summary>
    public double? Level => InRange(Percent) ?? (Count is { } count && Capacity is > 0 and { } full ? InRange(100.0 * count / full) : null);

    private static double? InRange(double? percent) => percent is >= 0 and <= Brim ? Math.Round(Math.Min(percent.Value, 100), 1) : null;
}
