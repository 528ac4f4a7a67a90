using System.Globalization;

namespace EdgeGateway.Benchmarks.Gateway;

/// <summary>What the kernel says of a process's use of the processors.</summary>
internal static class ProcessTime
{
    /// <summary>Ticks of <c>/proc/PID/stat</c> in a second, the same on every Linux that .NET runs on.</summary>
    private const double Ticks = 100;

    private const int User = 11;
    private const int System = 12;

    /// <returns>Seconds of user and system time so far.</returns>
    public static double Seconds(int pid)
    {
        string stat = File.ReadAllText($"/proc/{pid}/stat");

        // The name in parentheses may hold anything; the fields are counted behind it.
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[User], CultureInfo.InvariantCulture) + double.Parse(fields[System], CultureInfo.InvariantCulture)) / Ticks;
    }
}
