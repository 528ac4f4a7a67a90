using EdgeGateway.Configuration;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Failover;

/// <summary>While we are on a later broker: looks whether an earlier one is well again, seldom, and for long enough.</summary>
public sealed class ReturnWatch(
    UplinkSettings settings, BrokerChoice choice, BrokerProbe probe, FailoverLimits limits, TimeProvider time, Random random, ILogger<ReturnWatch> log)
{
    /// <param name="present">The broker we are on.</param>
    /// <param name="ct">The link ended.</param>
    /// <returns>The earlier one that has been well for <see cref="UplinkSettings.ReturnAfter"/>; never completes otherwise.</returns>
    public async Task<int> BetterAsync(int present, CancellationToken ct)
    {
        if (present == 0)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, time, ct).ConfigureAwait(false);
        }

        var candidates = Enumerable.Range(0, present).Select(broker => new Candidate(broker, limits.ProbeEvery)).ToList();
        while (true)
        {
            // A tenth more or less, so that a city of gateways does not knock together.
            await Task.Delay(limits.ProbeEvery * (1 + (random.NextDouble() / 10)), time, ct).ConfigureAwait(false);
            if (candidates.Find(candidate => time.GetElapsedTime(candidate.LastAt) >= candidate.Pause && choice.MayProbe(candidate.Broker)) is { } due
                && await ProbeAsync(due, ct).ConfigureAwait(false))
            {
                return due.Broker;
            }

            // The next due one comes first, so that the most preferred cannot keep the others from being looked at.
            candidates.Sort(static (one, other) => one.LastAt.CompareTo(other.LastAt));
        }
    }

    /// <returns>True when it has been well for long enough.</returns>
    private async Task<bool> ProbeAsync(Candidate candidate, CancellationToken ct)
    {
        var broker = settings.Brokers[candidate.Broker];
        bool well = await probe.IsWellAsync(broker, choice.IsDeaf(candidate.Broker), choice.HasServed(candidate.Broker), ct).ConfigureAwait(false);
        candidate.LastAt = time.GetTimestamp();
        if (!well)
        {
            candidate.WellSince = null;
            candidate.Pause = candidate.Pause * 2 < limits.ProbeMost ? candidate.Pause * 2 : limits.ProbeMost;
            return false;
        }

        if (candidate.WellSince is null)
        {
            UplinkLog.BrokerWell(log, $"{broker.Host}:{broker.Port}", settings.ReturnAfter);
        }

        candidate.Pause = TimeSpan.Zero;
        candidate.WellSince ??= candidate.LastAt;
        return time.GetElapsedTime(candidate.WellSince.Value) >= settings.ReturnAfter;
    }

    private sealed class Candidate(int broker, TimeSpan pause)
    {
        public int Broker => broker;

        public TimeSpan Pause { get; set; } = pause;

        public long LastAt { get; set; } = long.MinValue / 2;

        public long? WellSince { get; set; }
    }
}
