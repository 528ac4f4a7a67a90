namespace EdgeGateway.EndToEnd.Store;

/// <param name="Folder">Folder of the store.</param>
/// <param name="Seed">First part of every text; another one for each run on the same store.</param>
/// <param name="Readings">How many each of the twelve callers appends.</param>
internal sealed record StoreRun(string Folder, string Seed, int Readings);
