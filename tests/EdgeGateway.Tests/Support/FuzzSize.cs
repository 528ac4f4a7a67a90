namespace EdgeGateway.Tests.Support;

/// <summary>How many inputs a fuzz test tries: few in <c>./test.sh</c>, a million in <c>./test.sh --long</c>.</summary>
public static class FuzzSize
{
    private const int Long = 1_000_000;

    /// <summary>A hang is a fault too; this is far above what the slowest machine needs.</summary>
    public static TimeSpan Patience(int count) => TimeSpan.FromMinutes(1) + TimeSpan.FromMilliseconds(2.0 * count);

    public static int Of(int usual) => Environment.GetEnvironmentVariable("EDGEGATEWAY_LONG") == "1" ? Long : usual;
}
