namespace EdgeGateway.Sim.Twins.PlateLibrary.Viid;

/// <summary>One subscription that a gateway has made (plate-camera.md section 2.7).</summary>
/// <param name="Id">SubscribeID.</param>
/// <param name="Detail">SubscribeDetail, comma-separated codes.</param>
/// <param name="ReceiveAddr">Where notifications go.</param>
/// <param name="End">EndTime as it was written.</param>
/// <param name="Cancelled">True after OperateType 1 or DELETE.</param>
public sealed record LibrarySubscription(string Id, string Detail, Uri ReceiveAddr, string End, bool Cancelled)
{
    /// <param name="now">True time.</param>
    public bool IsActive(DateTimeOffset now) => !Cancelled && string.CompareOrdinal(Sim.Viid.ViidIds.Time(now), End) < 0;
}
