namespace EdgeGateway.EndToEnd.Support;

/// <summary>How much of the crash suites is run.</summary>
internal static class RunSize
{
    /// <summary>Full size instead of the short version.</summary>
    public static bool Long => Environment.GetEnvironmentVariable("EDGEGATEWAY_LONG") == "1";
}
