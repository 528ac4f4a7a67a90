using System.Globalization;

namespace EdgeGateway.Sim.Load;

/// <param name="Sent">Posts that were begun.</param>
/// <param name="Ok">Answered with 200.</param>
/// <param name="Refused">Answered otherwise.</param>
/// <param name="Failed">Not answered.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Latency">From the first byte sent to the last of the answer, for the 200s.</param>
public sealed record LoadResult(long Sent, long Ok, long Refused, long Failed, double Seconds, LatencyHistogram Latency)
{
    /// <summary>One line of JSON.</summary>
    public string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"sent\":{Sent},\"ok\":{Ok},\"refused\":{Refused},\"failed\":{Failed},\"seconds\":{Seconds:0.000},\"perSecond\":{Ok / Math.Max(Seconds, 0.001):0},\"p50Ms\":{Latency.Milliseconds(0.5):0.###},\"p99Ms\":{Latency.Milliseconds(0.99):0.###}}}");
}
