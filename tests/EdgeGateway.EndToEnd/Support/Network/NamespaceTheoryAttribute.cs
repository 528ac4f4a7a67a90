using System.Globalization;

namespace EdgeGateway.EndToEnd.Support.Network;

/// <summary>A test that builds network namespaces; skipped, and shown as skipped, where this process may not.</summary>
public sealed class NamespaceTheoryAttribute : TheoryAttribute
{
    private const int NetAdmin = 12;
    private const int SysAdmin = 21;

    public NamespaceTheoryAttribute()
    {
        if (!(Has(NetAdmin) && Has(SysAdmin)))
        {
            Skip = "network namespaces need root";
        }
    }

    private static bool Has(int capability)
    {
        string line = File.ReadLines("/proc/self/status").First(text => text.StartsWith("CapEff:", StringComparison.Ordinal));
        ulong effective = ulong.Parse(line.AsSpan(7).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (effective & (1UL << capability)) != 0;
    }
}
