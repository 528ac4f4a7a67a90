using EdgeGateway.Store;
using EdgeGateway.Uplink.Confirmation;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>Parked readings go again under their old numbers; the pumps find them behind their backs.</summary>
/// <param name="parked">Where they lie.</param>
/// <param name="delivery">How far everything has come.</param>
/// <param name="log">Where it is told.</param>
internal sealed class Replay(IParkedReadings parked, Delivery delivery, ILogger log)
{
    private const int Page = 1_000;

    /// <returns>How many wait again.</returns>
    public async Task<int> RunAsync(ParkedFilter filter, CancellationToken ct)
    {
        await delivery.NoteReplayAsync(ct).ConfigureAwait(false);
        int count = 0;
        long after = 0;
        IReadOnlyList<ReturnedReading> page;
        do
        {
            page = await parked.ReturnAsync(filter, after, Page, ct).ConfigureAwait(false);
            foreach (var reading in page)
            {
                delivery.Handed.Withdraw(reading.Position);
                delivery.Lanes[(int)reading.Lane].Again(reading.Position, reading.Position);
                after = reading.Position;
            }

            count += page.Count;
            foreach (int lane in page.Select(static reading => (int)reading.Lane).Distinct())
            {
                // Also where nothing around it counted as taken.
                delivery.Lanes[lane].Rewind();
            }
        }
        while (page.Count == Page);
        UplinkLog.Replayed(log, count);
        return count;
    }
}
