using System.Globalization;

namespace EdgeGateway.Store.Retention;

/// <summary>What this process caused to be written to disks, as the kernel counts it (proc(5), <c>/proc/self/io</c>).</summary>
internal static class WrittenBytes
{
    private const string Name = "write_bytes:";

    /// <returns>Bytes since the process began; 0 where the kernel does not say.</returns>
    public static long Now()
    {
        try
        {
            string? line = File.ReadLines("/proc/self/io").FirstOrDefault(static line => line.StartsWith(Name, StringComparison.Ordinal));
            return line is not null && long.TryParse(line.AsSpan(Name.Length), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out long bytes) ? bytes : 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
