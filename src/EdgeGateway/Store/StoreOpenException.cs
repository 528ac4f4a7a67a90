namespace EdgeGateway.Store;

/// <summary>The store cannot be opened: another process has it, it is of a newer version, or the disk says no. The message names the folder.</summary>
public sealed class StoreOpenException(string message, Exception? inner = null) : Exception(message, inner);
