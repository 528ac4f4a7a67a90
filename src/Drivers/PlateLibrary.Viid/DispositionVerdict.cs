using EdgeGateway.Protocol.HotList;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>What one DispositionObject asks of us.</summary>
/// <param name="Id">DispositionID as it was written; empty when it has none.</param>
/// <param name="Entry">To be put; null when it is withdrawn or refused.</param>
/// <param name="Withdraw">An entry of this id, if there is one, is no longer to be looked for.</param>
/// <param name="Refusal">A short fixed word, or null.</param>
public readonly record struct DispositionVerdict(string Id, HotListEntry? Entry, bool Withdraw, string? Refusal)
{
    public static DispositionVerdict Put(HotListEntry entry) => new(entry.Id, entry, false, null);

    public static DispositionVerdict Gone(string id) => new(id, null, true, null);

    public static DispositionVerdict Refuse(string id, string refusal) => new(id, null, false, refusal);

    /// <summary>The library has narrowed what it asks for, and what is left is not for us: what it asked before ends with that.</summary>
    public static DispositionVerdict RefuseAndWithdraw(string id, string refusal) => new(id, null, true, refusal);
}
