using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Viid;

/// <summary>
/// Vehicles that wait for their status 0: gathers some for one POST, sends what failed again under the same ids, and notes
/// in the ledger what each was told.
/// </summary>
public sealed class ViidOutbox(ViidProfile profile, IViidPost post, ITruthLedger ledger, TimeProvider time)
{
    private readonly List<ViidStatement> _waiting = [];

    public int Count => _waiting.Count;

    /// <summary>Adds a vehicle; sends when there are enough for one POST.</summary>
    public async Task AddAsync(ViidStatement vehicle, CancellationToken ct)
    {
        _waiting.Add(vehicle);
        if (_waiting.Count >= Wanted())
        {
            await FlushAsync(ct).ConfigureAwait(false);
        }
    }

    /// <summary>Sends what waits, however few.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        while (_waiting.Count > 0)
        {
            ViidStatement[] batch = [.. _waiting.Take(profile.VehiclesPerPost.Most)];
            var dice = new SeededRandom(~batch[0].Passage.Seed);
            if (dice.Unit() < profile.UnfinishedRate)
            {
                await post.SendUnfinishedAsync(batch, ct).ConfigureAwait(false);
            }

            await InsistAsync(batch, ct).ConfigureAwait(false);
            if (dice.Unit() < profile.DuplicateRate)
            {
                await post.SendAsync(batch, ct).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Notes what is still untold at the end of the run.</summary>
    public void GiveUp()
    {
        foreach (ViidStatement vehicle in _waiting.ToArray())
        {
            Settle(vehicle, TruthLine.None);
        }
    }

    private int Wanted()
    {
        (int least, int most) = profile.VehiclesPerPost;
        return new SeededRandom(_waiting[0].Passage.Seed ^ 0x5EED).Between(least, most);
    }

    private async Task InsistAsync(IReadOnlyList<ViidStatement> batch, CancellationToken ct)
    {
        while (true)
        {
            IReadOnlyList<string?> told = await post.SendAsync(batch, ct).ConfigureAwait(false);
            var again = new List<ViidStatement>();
            for (int i = 0; i < batch.Count; i++)
            {
                bool settled = told[i] == TruthLine.Ok
                    || profile.Retry == ViidRetry.Never
                    || (told[i] is not null && profile.Retry == ViidRetry.UntilAnswered);
                if (settled)
                {
                    Settle(batch[i], told[i] ?? TruthLine.None);
                }
                else
                {
                    again.Add(batch[i]);
                }
            }

            if (again.Count == 0)
            {
                return;
            }

            await Task.Delay(profile.RetryPause, time, ct).ConfigureAwait(false);
            batch = again;
        }
    }

    private void Settle(ViidStatement vehicle, string told)
    {
        _waiting.Remove(vehicle);
        ledger.Note(vehicle.Truth with { Told = told, At = time.GetUtcNow() });
    }
}
