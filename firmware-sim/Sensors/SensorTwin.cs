using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Traffic;
using EdgeGateway.Sim.Twins;

namespace EdgeGateway.Sim.Sensors;

/// <summary>A small device that measures, says so, and says it again until somebody has it.</summary>
public sealed class SensorTwin(SensorPlan plan, ISensorWire wire, DeviceTrouble trouble, ITruthLedger ledger, TimeProvider time) : ITwin
{
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_retry = TimeSpan.FromMilliseconds(200);

    private readonly SensorVoice _voice = new(plan);

    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            DateTimeOffset due = plan.Start;
            for (long index = 0; index < plan.Count && time.GetUtcNow() < plan.End; index++)
            {
                await UntilAsync(due, ct).ConfigureAwait(false);
                await TellAsync(index, ct).ConfigureAwait(false);
                due = trouble.TakeBurst() ? time.GetUtcNow() : due + plan.Profile.Every;
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop: what was not told is not in the ledger.
        }
    }

    public ValueTask DisposeAsync() => wire.DisposeAsync();

    private async Task TellAsync(long index, CancellationToken ct)
    {
        while (trouble.TakeGarbage())
        {
            await wire.SendAsync(new SensorMessage(_voice.Topic, "{ \"sn\": ", []), ct).ConfigureAwait(false);
        }

        SensorMessage message = _voice.Say(index, time.GetUtcNow() + trouble.ClockStep);
        while (trouble.TakeCut())
        {
            await wire.CutAsync(message, ct).ConfigureAwait(false);
        }

        string told = TruthLine.None;
        try
        {
            told = await InsistAsync(message, ct).ConfigureAwait(false);
        }
        finally
        {
            foreach (TruthLine line in message.Truth)
            {
                ledger.Note(line with { Told = told, At = time.GetUtcNow() });
            }
        }

        if (SeededRandom.For(plan.Seed, plan.Device, index).Unit() < plan.Profile.DuplicateRate)
        {
            await wire.SendAsync(message, ct).ConfigureAwait(false);
        }
    }

    private async Task<string> InsistAsync(SensorMessage message, CancellationToken ct)
    {
        while (true)
        {
            DateTimeOffset now = time.GetUtcNow();
            bool isAway = trouble.DownUntil(now) > now || trouble.SilentUntil() > now;
            if (!isAway && await wire.SendAsync(message, ct).ConfigureAwait(false) is { } told)
            {
                return told;
            }

            if (isAway)
            {
                await wire.CutAsync(null, ct).ConfigureAwait(false);
            }

            await Task.Delay(s_retry, time, ct).ConfigureAwait(false);
        }
    }

    private async Task UntilAsync(DateTimeOffset due, CancellationToken ct)
    {
        for (DateTimeOffset now = time.GetUtcNow(); now < due && now < plan.End; now = time.GetUtcNow())
        {
            TimeSpan left = due - now;
            await Task.Delay(left > s_step ? s_step : left, time, ct).ConfigureAwait(false);
        }
    }
}
