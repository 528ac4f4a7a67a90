using System.Globalization;

namespace EdgeGateway.Benchmarks.Gateway;

/// <summary>What the kernel says of a process's memory.</summary>
internal static class ProcessMemory
{
    /// <param name="pid">Process.</param>
    /// <param name="field"><c>VmRSS</c> for now, <c>VmHWM</c> for the highest so far.</param>
    /// <returns>MB (2^20).</returns>
    public static double Megabytes(int pid, string field)
    {
        string line = File.ReadLines($"/proc/{pid}/status").First(text => text.StartsWith(field, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
