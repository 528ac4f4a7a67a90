namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Something in a status or a storage that is used up or fills.</summary>
/// <param name="Name">Which one: a tray, a bin, a unit.</param>
/// <param name="Supply">A word of <see cref="Model.Kiosks.KioskConsumableBody.Supply"/>.</param>
/// <param name="State">A word of <see cref="Model.Kiosks.KioskConsumableBody.State"/>; <c>full</c> is good for what does not fill up.</param>
/// <param name="Fills">True for what fills up.</param>
/// <param name="Count">Items in it.</param>
/// <param name="Capacity">Items that it takes.</param>
public sealed record XfsSupply(string Name, string Supply, string State, bool Fills, long? Count = null, long? Capacity = null)
{
    /// <param name="status">All that is known of a service.</param>
    /// <param name="storage">Null where it has none.</param>
    public static IReadOnlyList<XfsSupply> In(XfsTree status, XfsStorage? storage = null) => XfsSupplyList.Of(status, storage);

    /// <summary>0 to 100; null where the count or the capacity is not known.</summary>
    public double? LevelPercent => Count is { } count && Capacity is > 0 and var capacity ? Math.Clamp(100.0 * count / capacity, 0, 100) : null;
}
