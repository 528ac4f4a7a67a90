using EdgeGateway.Store;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>Parked readings go again under their old numbers; the pumps find them behind their backs.</summary>
/// <param name="parked">Where they lie.</param>
/// <param name="lanes">Progress by lane: alarm, event, telemetry.</param>
/// <param name="log">Where it is told.</param>
internal sealed class Replay(IParkedReadings parked, IReadOnlyList<LaneProgress> lanes, ILogger log)
{
    private const int Page = 1_000;

    /// <returns>How many wait again.</returns>
    public async Task<int> RunAsync(ParkedFilter filter, CancellationToken ct)
    {
        int count = 0;
        long after = 0;
        IReadOnlyList<ReturnedReading> page;
        do
        {
            page = await parked.ReturnAsync(filter, after, Page, ct).ConfigureAwait(false);
            foreach (var reading in page)
            {
                lanes[(int)reading.Lane].Again(reading.Position, reading.Position);
                after = reading.Position;
            }

            count += page.Count;
            foreach (int lane in page.Select(static reading => (int)reading.Lane).Distinct())
            {
                // Also where nothing around it counted as taken.
                lanes[lane].Rewind();
            }
        }
        while (page.Count == Page);
        UplinkLog.Replayed(log, count);
        return count;
    }
}
