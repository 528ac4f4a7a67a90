using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Twins;

namespace EdgeGateway.Sim.Radio;

/// <summary>
/// The day of one link and the radios behind it: they register, report, text, call, press the red button, and answer.
/// Whatever they tell waits in the outbox of its link until the gateway has it.
/// </summary>
public sealed class RadioTwin : ITwin
{
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_askAgain = TimeSpan.FromSeconds(5);

    private readonly RadioPlan _plan;
    private readonly RadioFleet _fleet;
    private readonly RadioRota _rota;
    private readonly RadioLuck _luck;
    private readonly IReadOnlyList<(RadioDoor Door, RadioOutbox Outbox)> _doors;
    private readonly List<RadioEmergency> _unpressed;
    private readonly CancellationTokenSource _over = new();
    private long _said;
    private int _oddity;
    private int _answering;

    /// <param name="plan">What it does.</param>
    /// <param name="luck">Which messages faults strike; the links share it.</param>
    /// <param name="doors">Its links.</param>
    public RadioTwin(RadioPlan plan, RadioLuck luck, IReadOnlyList<RadioDoor> doors)
    {
        (_plan, _luck) = (plan, luck);
        _fleet = new RadioFleet(plan.Profile, new RadioVoice(plan.Device, plan.Profile, plan.Slots), plan.Trouble, plan.Seed, plan.Device, plan.Time);
        _rota = new RadioRota(plan, _fleet.Units);
        _doors = [.. doors.Select(door => (door, new RadioOutbox(door.Link, plan.Profile.Faults, luck, plan.Trouble, plan.Ledger, plan.Time)))];
        _unpressed = [.. plan.Profile.Emergencies];
        Screen = new RadioScreen(plan.Profile.Screen);
        var ear = new RadioEar(_fleet, plan.Profile, Screen, AnswerAsync, line => plan.Ledger.Note(line with { At = plan.Time.GetUtcNow() }));
        foreach (RadioDoor door in doors)
        {
            door.Link.Hear = heard => ear.Hear(heard, door.Slot);
        }

        plan.Air.Join(plan.Device, Post);
    }

    /// <summary>Its links.</summary>
    public IReadOnlyList<RadioDoor> Doors => [.. _doors.Select(pair => pair.Door)];

    /// <summary>Texts that arrived.</summary>
    public RadioScreen Screen { get; }

    public async Task RunAsync(CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, _over.Token);
        foreach ((RadioDoor door, _) in _doors)
        {
            door.Link.Start();
        }

        List<Task> running = [.. _doors.SelectMany(pair => new[] { pair.Door.Link.RunAsync(stop.Token), pair.Outbox.RunAsync(stop.Token) })];
        try
        {
            await ActAsync(ct).ConfigureAwait(false);
            await DrainAsync(ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop: the outboxes note what is untold.
        }

        await _over.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(running).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync().ConfigureAwait(false);
        foreach ((RadioDoor door, _) in _doors)
        {
            await door.Link.DisposeAsync().ConfigureAwait(false);
        }

        _over.Dispose();
    }

    private async Task ActAsync(CancellationToken ct)
    {
        while (_plan.Time.GetUtcNow() is var now && now < _plan.End && _said < _plan.Count)
        {
            Press(now);
            while (_plan.Trouble.TakeBurst())
            {
                _fleet.Units.ToList().ForEach(unit => Say(_fleet.Voice.Text(unit, _fleet.Words(unit, _said))));
            }

            while (_rota.Next <= now && _said < _plan.Count)
            {
                Do(_rota.Take(), now);
            }

            TimeSpan wait = _rota.Next - now;
            await Task.Delay(wait < s_step ? TimeSpan.FromMilliseconds(Math.Max(1, wait.TotalMilliseconds)) : s_step, _plan.Time, ct).ConfigureAwait(false);
        }
    }

    private async Task DrainAsync(CancellationToken ct)
    {
        while (Volatile.Read(ref _answering) > 0 || _doors.Any(pair => !pair.Outbox.IsEmpty))
        {
            await Task.Delay(s_step, _plan.Time, ct).ConfigureAwait(false);
        }
    }

    private void Do(RadioTurn turn, DateTimeOffset now)
    {
        RadioProfile profile = _plan.Profile;
        switch (turn.Deed)
        {
            case RadioDeed.Register:
                Register(turn, now);
                break;
            case RadioDeed.Report:
                Report(turn.Unit, now);
                _rota.Add(turn.Due + profile.ReportEvery, turn.Unit, RadioDeed.Report);
                break;
            case RadioDeed.Text:
                Say(_fleet.Voice.Text(turn.Unit, _fleet.Words(turn.Unit, _said)), now);
                _rota.Add(turn.Due + profile.TextEvery, turn.Unit, RadioDeed.Text);
                break;
            case RadioDeed.Call:
                Say(_fleet.Voice.Call(turn.Unit, begins: true), now);
                _rota.Add(turn.Due + profile.CallFor, turn.Unit, RadioDeed.HangUp);
                _rota.Add(turn.Due + profile.CallEvery, turn.Unit, RadioDeed.Call);
                break;
            default:
                Say(_fleet.Voice.Call(turn.Unit, begins: false), now);
                break;
        }
    }

    /// <summary>Without an answer a radio asks again and again; with one it registers anew before its time is over.</summary>
    private void Register(RadioTurn turn, DateTimeOffset now)
    {
        TimeSpan? valid = _fleet.Validity(turn.Unit.Id);
        bool renew = valid is { } time && now - _plan.Start > time * 0.8;
        if (valid is null || renew)
        {
            _fleet.Confirmed(turn.Unit.Id, null);
            Say(_fleet.Voice.Registration(turn.Unit), now);
        }

        _rota.Add(now + s_askAgain, turn.Unit, RadioDeed.Register);
    }

    private void Report(RadioUnit unit, DateTimeOffset now)
    {
        RadioFaults faults = _plan.Profile.Faults;
        GpsOddity oddity = faults.Oddities.Count > 0 && _luck.Strikes(faults.OddityShare) ? faults.Oddities[_oddity++ % faults.Oddities.Count] : GpsOddity.None;
        GpsFix fix = _fleet.Fix(unit, oddity);
        int? rssi = _plan.Profile.Rssi ? _fleet.Rssi(unit) : null;
        if (!_luck.Strikes(faults.LostShare))
        {
            Say(_fleet.Voice.Report(unit, fix, rssi), now);
        }
    }

    private void Press(DateTimeOffset now)
    {
        foreach (RadioEmergency emergency in _unpressed.FindAll(one => now - _plan.Start >= one.At || File.Exists(one.File)))
        {
            _unpressed.Remove(emergency);
            RadioUnit unit = _fleet.Units[(emergency.Radio - 1) % _fleet.Units.Count];
            Say(_fleet.Voice.Call(unit, begins: true, emergency: true));
            Say(_fleet.Voice.Emergency(unit, _fleet.Fix(unit)));
        }
    }

    /// <summary>Out of coverage nothing is kept: what is said there is lost (pdt-radio.md section 15, Q22).</summary>
    private void Say(RadioStatement statement, DateTimeOffset now)
    {
        RadioFaults faults = _plan.Profile.Faults;
        TimeSpan round = faults.CoveredFor + faults.MuteFor;
        if (faults.MuteFor <= TimeSpan.Zero || TimeSpan.FromTicks((now - _plan.Start).Ticks % round.Ticks) < faults.CoveredFor)
        {
            Say(statement);
        }
    }

    private void Say(RadioStatement statement)
    {
        _said++;
        RadioFaults faults = _plan.Profile.Faults;
        if (statement.Service != RadioService.Rcp && faults.AlsoThrough is { Length: > 0 } also && _luck.Strikes(faults.AlsoShare))
        {
            statement = statement with { Truth = [.. statement.Truth.Select(line => line with { Also = also })] };
            _plan.Air.Reach(also, statement);
        }

        Post(statement);
    }

    private void Post(RadioStatement statement) => _doors.First(pair => pair.Door.Carries(statement)).Outbox.Add(statement);

    private async Task AnswerAsync(RadioStatement statement, TimeSpan after)
    {
        Interlocked.Increment(ref _answering);
        try
        {
            await Task.Delay(after, _plan.Time, _over.Token).ConfigureAwait(false);
            Post(statement);
        }
        catch (OperationCanceledException)
        {
            // The run ended first.
        }
        finally
        {
            Interlocked.Decrement(ref _answering);
        }
    }
}
