namespace EdgeGateway.Drivers.Transport;

/// <summary>Why the inbox refuses; short fixed words.</summary>
public static class InboxReasons
{
    public const string UnknownDevice = "unknown-device";
    public const string WrongToken = "wrong-token";
    public const string Method = "method";
    public const string TooLarge = "too-large";
    public const string TooSlow = "too-slow";
    public const string Garbled = "garbled";
    public const string Aborted = "aborted";
    public const string Busy = "busy";
    public const string NotReady = "not-ready";
    public const string StoreRefused = "store-refused";
    public const string HandlerFailed = "handler-failed";
}
