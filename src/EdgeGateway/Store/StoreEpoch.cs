namespace EdgeGateway.Store;

/// <summary>Where the readings of one epoch stand.</summary>
/// <param name="Epoch">Eight lower-case hex digits.</param>
/// <param name="Base">Position of a reading = base + its number.</param>
/// <param name="Head">Last number of an epoch that ended; null for the one that goes on.</param>
public sealed record StoreEpoch(string Epoch, long Base, long? Head);
