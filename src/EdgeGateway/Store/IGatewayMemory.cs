namespace EdgeGateway.Store;

/// <summary>Small facts that survive a restart, such as the connection counter. Written in the store's own commits.</summary>
public interface IGatewayMemory
{
    /// <returns>The value, or null when it was never set.</returns>
    string? Recall(string name);

    /// <summary>Completes when it is committed and synced.</summary>
    Task RememberAsync(string name, string value, CancellationToken ct);
}
