using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Emergencies of a network change one at a time, each only when the one before is safe; which stand is remembered.</summary>
internal sealed class EmergencyDesk(RadioParts parts)
{
    /// <summary>The operator named nobody who is in an emergency here.</summary>
    public const string NoneStands = "none-stands";

    private const string NotStored = "not-stored";

    private const string OwnIdTold = "RCP 8452";

    /// <summary>A sign is judged here and nowhere else: before its turn the sign ahead of it may still be on its way to the disk.</summary>
    public async Task InTurnAsync(Func<Task> work, CancellationToken ct)
    {
        using var held = await parts.Network.EmergencyTurn.TakeAsync(ct).ConfigureAwait(false);
        await work().ConfigureAwait(false);
    }

    /// <summary>Every device of the network may be the one that is asked after a restart. Not to be given up: what is told already must not come back.</summary>
    public async Task RememberAsync()
    {
        string all = parts.Network.Emergencies.Remember();
        foreach (var memory in parts.Network.Memories.Values)
        {
            try
            {
                await memory.RememberAsync(RadioNetwork.EmergenciesName, all, CancellationToken.None).ConfigureAwait(false);
            }
            catch (StoreRefusedException)
            {
                // The alarm itself is safe; after a restart it would begin anew.
                parts.Watch.Fault(FaultKind.Busy, LinkFaults.NotSafe);
            }
        }
    }

    /// <summary>The radio at hand told its id: what it cried before is its own, and can be ended under its name.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; the id is not learnt yet.</exception>
    public Task NameOwnAsync(long own, CancellationToken ct) => InTurnAsync(
        async () =>
        {
            var named = parts.Network.Emergencies.OwnWithoutId(parts.Device, own, OwnIdTold);
            await TellAsync(named, change => Rename(change, own), ct).ConfigureAwait(false);
            parts.Readings.OwnId = own;
        },
        ct);

    /// <summary>An operator ends what nothing else does.</summary>
    /// <param name="radio">Whose; null for whoever did not say his id on this device.</param>
    /// <param name="by">The order.</param>
    /// <param name="ct">Stops.</param>
    public async ValueTask<CommandOutcome> ClearAsync(int? radio, string by, CancellationToken ct)
    {
        int before = 0;
        int ended = 0;
        try
        {
            await InTurnAsync(
                async () =>
                {
                    var standing = parts.Network.Emergencies.Clear(radio, parts.Device, by);
                    before = standing.Count;
                    await TellAsync(standing, change => ended += Keep(change), ct).ConfigureAwait(false);
                },
                ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            return ended == 0 ? CommandOutcome.Failed(NotStored) : CommandOutcome.Unknown(NotStored);
        }

        return before == 0 ? CommandOutcome.Failed(NoneStands) : CommandOutcome.Done();
    }

    private async Task TellAsync(IReadOnlyList<EmergencyChange> changes, Action<EmergencyChange> keep, CancellationToken ct)
    {
        foreach (var change in changes)
        {
            await parts.EmitAsync(parts.Readings.Emergency(change.Body, parts.Time.GetUtcNow()), ct).ConfigureAwait(false);
            keep(change);
            await RememberAsync().ConfigureAwait(false);
        }
    }

    private int Keep(EmergencyChange change)
    {
        parts.Network.Emergencies.Told(change.Caller, change.Body, parts.Time.GetUtcNow());
        return 1;
    }

    private void Rename(EmergencyChange change, long own)
    {
        var now = parts.Time.GetUtcNow();
        parts.Network.Emergencies.Told(new EmergencyCaller(own), change.Body, now);
        parts.Network.Emergencies.Told(change.Caller, change.Body with { State = "ends" }, now);
    }
}
