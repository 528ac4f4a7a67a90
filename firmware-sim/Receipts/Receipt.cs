namespace EdgeGateway.Sim.Receipts;

/// <summary>What the platform confirms of one epoch (contract section 3): everything up to a number but for the missing ranges.</summary>
/// <param name="Epoch">Epoch of the store.</param>
/// <param name="UpTo">Highest number spoken for.</param>
/// <param name="Missing">Ranges below it that did not come, first and last number, ascending.</param>
public sealed record Receipt(string Epoch, long UpTo, IReadOnlyList<IReadOnlyList<long>> Missing)
{
    /// <summary>Everything up to here is confirmed without exception.</summary>
    public long Whole => Missing.Count > 0 ? Missing[0][0] - 1 : UpTo;
}
