namespace EdgeGateway.Store;

/// <summary>Small facts that survive a restart, such as the connection counter. Written in the store's own commits.</summary>
public interface IGatewayMemory
{
    /// <summary>Name under which a salvage leaves its time in seconds since 1970: facts that are not here since then are lost, not new.</summary>
    const string Salvaged = "store.salvaged";

    /// <returns>The value, or null when it was never set.</returns>
    string? Recall(string name);

    /// <summary>Completes when it is committed and synced; calls are committed in their order, also with readings that are handed over.</summary>
    Task RememberAsync(string name, string value, CancellationToken ct);
}
