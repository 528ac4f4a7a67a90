namespace EdgeGateway.Drivers.Transport;

/// <summary>Why the inbox refuses; short fixed words.</summary>
public static class InboxReasons
{
    public const string UnknownDevice = "unknown-device";

    /// <summary>On a shared root: the request does not say who sends it.</summary>
    public const string NoIdentity = "no-identity";
    public const string WrongToken = "wrong-token";
    public const string Method = "method";
    public const string TooLarge = "too-large";
    public const string TooSlow = "too-slow";

    /// <summary>The body ended before its announced length, or its chunks cannot be read.</summary>
    public const string Incomplete = "incomplete";

    /// <summary>The connection broke.</summary>
    public const string Aborted = "aborted";

    /// <summary>No turn or no memory within the wait.</summary>
    public const string Busy = "busy";

    /// <summary>The device is known, its driver is away.</summary>
    public const string NotReady = "not-ready";
    public const string StoreRefused = "store-refused";
    public const string HandlerFailed = "handler-failed";
}
