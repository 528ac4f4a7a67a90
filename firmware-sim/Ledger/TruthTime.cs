using System.Globalization;

namespace EdgeGateway.Sim.Ledger;

/// <summary>Times as the platform writes them: UTC with milliseconds. On its own, so that the truth never borrows from the side that is checked.</summary>
internal static class TruthTime
{
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
