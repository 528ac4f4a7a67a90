using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Traffic;
using EdgeGateway.Sim.Twins;

namespace EdgeGateway.Sim.Inspections;

/// <summary>A scanner: it tells each parcel when it is due, in order, again and again until somebody has it, and beats in between.</summary>
public sealed class InspectionTwin(
    InspectionPlan plan, ParcelTimeline parcels, IInspectionVoice voice, IInspectionWire wire, DeviceTrouble trouble, ITruthLedger ledger, TimeProvider time) : ITwin
{
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(100);

    private DateTimeOffset _nextHeartbeat;
    private long _told;

    public async Task RunAsync(CancellationToken ct)
    {
        _nextHeartbeat = plan.Start + plan.Profile.HeartbeatPeriod;
        wire.Start();
        try
        {
            foreach (ParcelStatement statement in parcels.Statements())
            {
                await UntilAsync(statement.Due, ct).ConfigureAwait(false);
                await MisbehaveAsync(statement, ct).ConfigureAwait(false);
                await InsistAsync(statement, ct).ConfigureAwait(false);
            }

            // What came last has no boundary behind it, and a sign of life has one.
            await wire.TellAsync(voice.Heartbeat(), ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop: an orderly end.
        }
    }

    public ValueTask DisposeAsync() => wire.DisposeAsync();

    private async Task UntilAsync(DateTimeOffset due, CancellationToken ct)
    {
        bool burst = trouble.TakeBurst();
        while (true)
        {
            DateTimeOffset now = time.GetUtcNow();
            bool away = trouble.DownUntil(now) > now;
            bool mute = away || trouble.SilentUntil() > now;
            if (away)
            {
                wire.Drop();
            }
            else if (!mute && now >= _nextHeartbeat)
            {
                _nextHeartbeat = now + plan.Profile.HeartbeatPeriod;
                await wire.TellAsync(voice.Heartbeat(), ct).ConfigureAwait(false);
            }

            if (!mute && (burst || due <= now))
            {
                return;
            }

            TimeSpan wait = due - now;
            await Task.Delay(mute || wait > s_step ? s_step : wait + TimeSpan.FromMilliseconds(1), time, ct).ConfigureAwait(false);
        }
    }

    private async Task MisbehaveAsync(ParcelStatement statement, CancellationToken ct)
    {
        long number = ++_told;
        if (trouble.TakeGarbage())
        {
            byte[] rubbish = new byte[2000];
            new SeededRandom(statement.Parcel.Seed).Fill(rubbish);
            await wire.TellAsync(rubbish, ct).ConfigureAwait(false);
        }

        if (IsTurn(number, plan.Profile.UnknownEvery))
        {
            await wire.TellAsync(voice.Unknown(), ct).ConfigureAwait(false);
        }

        if (IsTurn(number, plan.Profile.BrokenEvery))
        {
            await wire.TellAsync(voice.Broken(), ct).ConfigureAwait(false);
        }

        if (trouble.TakeCut())
        {
            await wire.CutInsideAsync(voice.Say(statement, trouble.ClockStep).Bytes, ct).ConfigureAwait(false);
        }
    }

    private async Task InsistAsync(ParcelStatement statement, CancellationToken ct)
    {
        InspectionMessage message = voice.Say(statement, trouble.ClockStep);
        string told = await wire.TellAsync(message.Bytes, ct).ConfigureAwait(false);
        while (told is not (TruthLine.Ok or TruthLine.Stream) && time.GetUtcNow() < plan.End)
        {
            await Task.Delay(plan.Profile.RetryPause, time, ct).ConfigureAwait(false);
            await UntilAsync(statement.Due, ct).ConfigureAwait(false);
            told = await wire.TellAsync(message.Bytes, ct).ConfigureAwait(false);
        }

        ledger.Note(message.Truth with { Told = told, At = time.GetUtcNow() });
        if (IsTurn(_told, plan.Profile.RepeatEvery))
        {
            await wire.TellAsync(message.Bytes, ct).ConfigureAwait(false);
        }
    }

    private static bool IsTurn(long number, int every) => every > 0 && number % every == 0;
}
