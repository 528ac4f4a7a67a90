namespace EdgeGateway.Store.Recovery;

/// <summary>Something in the store is not as it was written. Never leaves the store: it is salvaged, or the opening fails with a sentence.</summary>
/// <param name="cause">How it showed itself: a word or two with hyphens, for folder names and reports.</param>
/// <param name="inner">What SQLite said.</param>
internal sealed class StoreDamagedException(string cause, Exception? inner = null) : Exception($"The store is damaged: {cause}", inner)
{
    public string Cause => cause;
}
