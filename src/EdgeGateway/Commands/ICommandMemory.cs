namespace EdgeGateway.Commands;

/// <summary>Where the ledger of answers survives a restart. This room does not know the store; who puts the rooms together joins them.</summary>
public interface ICommandMemory
{
    /// <returns>The value, or null when it was never set.</returns>
    string? Recall(string name);

    /// <summary>Completes when it is committed and synced.</summary>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses.</exception>
    Task RememberAsync(string name, string value);
}
