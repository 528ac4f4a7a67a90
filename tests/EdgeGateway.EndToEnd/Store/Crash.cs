namespace EdgeGateway.EndToEnd.Store;

/// <summary>How much of the crash suites is run.</summary>
internal static class Crash
{
    /// <summary>Full size instead of the short version.</summary>
    public static bool Long => Environment.GetEnvironmentVariable("EDGEGATEWAY_LONG") == "1";
}
