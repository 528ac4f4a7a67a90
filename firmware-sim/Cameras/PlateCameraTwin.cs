using EdgeGateway.Sim.Traffic;
using EdgeGateway.Sim.Twins;

namespace EdgeGateway.Sim.Cameras;

/// <summary>
/// One camera's day: waits for each vehicle, tells it, keeps the heart beating in between, suffers its troubles.
/// A passage is told before the next, so a camera that waits for its 200 falls behind and then catches up in order.
/// </summary>
public sealed class PlateCameraTwin(CameraPlan plan, PassageSource traffic, ICameraWire wire, CameraTrouble trouble, TimeProvider time) : ITwin
{
    private static readonly TimeSpan s_late = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(200);

    private DateTimeOffset _nextHeartbeat;

    /// <summary>How long it stays, beating and replaying, after its last vehicle; default not at all.</summary>
    public TimeSpan Linger { get; init; }

    public async Task RunAsync(CancellationToken ct)
    {
        _nextHeartbeat = plan.Start + plan.Profile.HeartbeatPeriod;
        try
        {
            await wire.StartAsync(ct).ConfigureAwait(false);
            await PassagesAsync(ct).ConfigureAwait(false);
            await UntilAsync(time.GetUtcNow() + Linger, ct).ConfigureAwait(false);
            await wire.EndAsync(ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop: what is untold is noted below.
        }

        wire.GiveUp();
    }

    public ValueTask DisposeAsync() => wire.DisposeAsync();

    private async Task PassagesAsync(CancellationToken ct)
    {
        for (long index = 0; index < plan.Count; index++)
        {
            Passage passage = traffic.At(index);
            if (passage.At >= plan.End)
            {
                return;
            }

            await UntilAsync(passage.At, ct).ConfigureAwait(false);
            await MisbehaveAsync(passage, ct).ConfigureAwait(false);
            await wire.TellAsync(passage, time.GetUtcNow() - passage.At > s_late, ct).ConfigureAwait(false);
            ct.ThrowIfCancellationRequested();
        }
    }

    /// <summary>A burst does not wait for the clock: the vehicles of the next minutes come at once.</summary>
    private async Task UntilAsync(DateTimeOffset due, CancellationToken ct)
    {
        bool burst = trouble.TakeBurst();
        while (true)
        {
            DateTimeOffset now = time.GetUtcNow();
            DateTimeOffset down = trouble.DownUntil(now);
            DateTimeOffset silent = trouble.SilentUntil();
            if (down > now)
            {
                wire.Drop();
            }
            else if (silent <= now)
            {
                await IdleAsync(now, ct).ConfigureAwait(false);
            }

            if (down <= now && silent <= now && (burst || due <= now))
            {
                return;
            }

            await Task.Delay(Wait(now, due, down > now || silent > now), time, ct).ConfigureAwait(false);
        }
    }

    private async Task IdleAsync(DateTimeOffset now, CancellationToken ct)
    {
        await wire.CatchUpAsync(ct).ConfigureAwait(false);
        if (plan.Profile.Heartbeat != HeartbeatKind.None && now >= _nextHeartbeat)
        {
            _nextHeartbeat = now + plan.Profile.HeartbeatPeriod;
            await wire.HeartbeatAsync(ct).ConfigureAwait(false);
        }
    }

    private static TimeSpan Wait(DateTimeOffset now, DateTimeOffset due, bool troubled)
    {
        TimeSpan wait = due - now;
        return troubled || wait > s_step ? s_step : TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds)));
    }

    private async Task MisbehaveAsync(Passage passage, CancellationToken ct)
    {
        if (trouble.TakeGarbage())
        {
            var rubbish = new byte[2000];
            new SeededRandom(passage.Seed).Fill(rubbish);
            await wire.GarbageAsync(rubbish, ct).ConfigureAwait(false);
        }

        if (trouble.TakeCut())
        {
            await wire.CutInsideAsync(passage, ct).ConfigureAwait(false);
        }
    }
}
