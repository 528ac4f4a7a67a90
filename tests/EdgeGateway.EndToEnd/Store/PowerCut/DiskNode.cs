namespace EdgeGateway.EndToEnd.Store.PowerCut;

/// <summary>What a descriptor can stand for.</summary>
internal abstract class DiskNode
{
    /// <summary>Notes what a sync that begins now covers.</summary>
    /// <returns>To be called with the outcome when it returns.</returns>
    public abstract Action<bool> BeginSync();
}
