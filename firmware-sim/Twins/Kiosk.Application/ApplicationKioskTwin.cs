using EdgeGateway.Sim.Kiosks;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.Kiosk.Application;

/// <summary>The software of a kiosk, which tells the gateway of every customer and repeats it until the gateway has answered that it is safe.</summary>
public sealed class ApplicationKioskTwin : ITwin
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);

    private readonly KioskPlan _plan;
    private readonly ApplicationKioskProfile _profile;
    private readonly IApplicationWire _wire;
    private readonly DeviceTrouble _trouble;
    private readonly TimeProvider _time;
    private readonly ApplicationOutbox _outbox;
    private readonly ApplicationActor _actor;
    private DateTimeOffset _spoke;
    private DateTimeOffset _dark;

    /// <param name="plan">Which machine, and how long.</param>
    /// <param name="profile">How it speaks.</param>
    /// <param name="wire">Over what; disposed with the twin.</param>
    /// <param name="trouble">What is wrong with it right now: away, silent, half a body, a body that is none.</param>
    /// <param name="book">Where it notes what it was told is safe.</param>
    /// <param name="seeds">Where it notes what must never come out.</param>
    /// <param name="time">Clock.</param>
    public ApplicationKioskTwin(KioskPlan plan, ApplicationKioskProfile profile, IApplicationWire wire, DeviceTrouble trouble, ITruthLedger book, ISeedList seeds, TimeProvider time)
    {
        (_plan, _profile, _wire, _trouble, _time, _spoke) = (plan, profile, wire, trouble, time, plan.Start);
        _outbox = new ApplicationOutbox(plan.Device, wire, book, profile.Together, time);
        _actor = new ApplicationActor(plan, profile, _outbox, new HolderBook(plan.Seed, plan.Machine, seeds));
    }

    private DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>The mains are off, its link is down, or it hangs.</summary>
    private bool IsDumb => _dark > Now || _trouble.DownUntil(Now) > Now || _trouble.SilentUntil() > Now;

    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            await LiveAsync(ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop.
        }

        _outbox.Close();
    }

    public ValueTask DisposeAsync()
    {
        _wire.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task LiveAsync(CancellationToken ct)
    {
        foreach (KioskHappening happening in new KioskDay(_plan).Play().TakeWhile(one => one.At < _plan.End))
        {
            for (TimeSpan wait = happening.At - Now; wait > TimeSpan.Zero; wait = happening.At - Now)
            {
                await TurnAsync(wait, ct).ConfigureAwait(false);
            }

            if (happening.Occasion == KioskOccasion.PowerCut)
            {
                _dark = happening.At + _plan.Day.PowerCutFor;
            }

            _actor.Play(happening);
        }

        while (_outbox.Count > 0)
        {
            await TurnAsync(_profile.Pause, ct).ConfigureAwait(false);
        }
    }

    /// <summary>Says what waits; when nothing does, rests a moment.</summary>
    private async Task TurnAsync(TimeSpan most, CancellationToken ct)
    {
        if (Now - _spoke >= _profile.HeartbeatEvery && _outbox.Count == 0)
        {
            _actor.Beat(Now);
        }

        if (_outbox.Count == 0 || IsDumb)
        {
            await Task.Delay(most < s_look ? most : s_look, _time, ct).ConfigureAwait(false);
            return;
        }

        await StumbleAsync(ct).ConfigureAwait(false);
        if (await _outbox.SayAsync(ct).ConfigureAwait(false))
        {
            _spoke = Now;
            return;
        }

        await Task.Delay(_profile.Pause, _time, ct).ConfigureAwait(false);
    }

    private async Task StumbleAsync(CancellationToken ct)
    {
        while (_trouble.TakeCut())
        {
            await _outbox.CutInsideAsync(ct).ConfigureAwait(false);
        }

        while (_trouble.TakeGarbage())
        {
            await _outbox.ScrawlAsync(ct).ConfigureAwait(false);
        }
    }
}
