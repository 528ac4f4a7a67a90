using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Ports;

namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>The vehicles of one MAVLink link on their patrol: they tell whether somebody listens or not, and do what they are ordered.</summary>
public sealed class MavlinkTwin : ITwin
{
    private readonly FlyerPlan _plan;
    private readonly IBytePort _port;
    private readonly DeviceTrouble _trouble;
    private readonly TimeProvider _time;
    private readonly FlyerAir _air;
    private readonly FlyerWitness _witness;
    private readonly IReadOnlyList<FlyerVehicle> _vehicles;
    private readonly OverheardAircraft? _overheard;
    private readonly MavStreamReader _ear = new();
    private readonly MavSignatureCheck? _check;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _isOpen;
    private bool _wasHeard;
    private long _orders;
    private long _beats;
    private DateTimeOffset _start;

    /// <param name="plan">What they do, and how long.</param>
    /// <param name="port">Their link; the twin closes it.</param>
    /// <param name="trouble">What is wrong with it right now.</param>
    /// <param name="ledger">Where they note what they told.</param>
    /// <param name="time">Clock.</param>
    public MavlinkTwin(FlyerPlan plan, IBytePort port, DeviceTrouble trouble, ITruthLedger ledger, TimeProvider time)
    {
        (_plan, _port, _trouble, _time) = (plan, port, trouble, time);
        _air = new FlyerAir(plan.Profile.Faults, plan.Seed, plan.Device);
        _vehicles = [.. Enumerable.Range(0, plan.Profile.Vehicles).Select(number => new FlyerVehicle(plan, number, ledger, time))];
        _witness = new FlyerWitness(plan, ledger);
        _overheard = plan.Profile.Overheard is { } profile ? new OverheardAircraft(profile, plan.Profile) : null;
        _check = plan.Profile.Key.Length > 0 ? new MavSignatureCheck(new MavKey(Convert.FromHexString(plan.Profile.Key)), MavUnsignedPolicy.Reject) : null;
    }

    public IReadOnlyList<FlyerVehicle> Vehicles => _vehicles;

    /// <summary>Lets a listener in; <see cref="RunAsync"/> does it otherwise.</summary>
    public void Open()
    {
        if (!_isOpen)
        {
            _isOpen = true;
            _port.Open();
        }
    }

    public async Task RunAsync(CancellationToken ct)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Open();
        Task hearing = _port.RunAsync(bytes => HearAsync(bytes, done.Token), _ear.Reset, done.Token);
        try
        {
            await FlyAsync(ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop: an orderly end.
        }

        await done.CancelAsync().ConfigureAwait(false);
        await hearing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public ValueTask DisposeAsync()
    {
        _turn.Dispose();
        return _port.DisposeAsync();
    }

    private async Task FlyAsync(CancellationToken ct)
    {
        TimeSpan every = TimeSpan.FromSeconds(1) / _plan.Profile.RateHz;
        DateTimeOffset now = _time.GetUtcNow();
        _start = _plan.Start > now ? _plan.Start : now;
        DateTimeOffset next = _start;
        for (long told = 0; next < _plan.End && told < _plan.Count; next += every, told++)
        {
            TimeSpan wait = next - _time.GetUtcNow();
            if (wait > TimeSpan.Zero && !_trouble.TakeBurst())
            {
                await Task.Delay(wait, _time, ct).ConfigureAwait(false);
            }

            (DateTimeOffset moment, bool isSecond) = (next, told % _plan.Profile.RateHz == 0);
            await InTurnAsync(() => StepAsync(moment, isSecond, ct), ct).ConfigureAwait(false);
        }
    }

    private async Task StepAsync(DateTimeOffset now, bool isSecond, CancellationToken ct)
    {
        TimeSpan since = now - _start;
        foreach (FlyerVehicle vehicle in _vehicles)
        {
            IReadOnlyList<byte[]> frames = vehicle.Step(since, now, now + _trouble.ClockStep);
            if (!vehicle.IsAway(since))
            {
                await TellAsync(frames, ct).ConfigureAwait(false);
            }

            await ForgeAsync(vehicle, isSecond, now, ct).ConfigureAwait(false);
        }

        _witness.Tick(_time.GetUtcNow());
        if (isSecond && _overheard is { } other && other.IsHeard(since) && !_vehicles[0].IsAway(since))
        {
            NoteOverheard(other);
            await TellAsync(other.Say(since, now), ct).ConfigureAwait(false);
        }
    }

    private void NoteOverheard(OverheardAircraft other)
    {
        if (!_wasHeard)
        {
            _wasHeard = true;
            _vehicles[0].Truth.Overheard(other.Id);
        }
    }

    private async Task ForgeAsync(FlyerVehicle vehicle, bool isSecond, DateTimeOffset now, CancellationToken ct)
    {
        int every = _plan.Profile.Faults.ForgeEvery;
        if (isSecond && every > 0 && ++_beats % every == 0)
        {
            await SendAsync(vehicle.Forged(now), ct).ConfigureAwait(false);
        }
    }

    /// <summary>All frames of a moment go in one datagram, as a radio bridge packs them.</summary>
    private async Task TellAsync(IEnumerable<byte[]> frames, CancellationToken ct)
    {
        byte[][] carried = [.. frames.SelectMany(frame => Carry(frame))];
        byte[] all = [.. carried.SelectMany(static frame => frame)];
        if (_trouble.TakeGarbage())
        {
            await SendAsync(_air.Noise(), ct).ConfigureAwait(false);
        }

        if (_trouble.TakeCut() && all.Length > 1)
        {
            await SendAsync(all[..(all.Length / 2)], ct).ConfigureAwait(false);
            _port.Drop();
            return;
        }

        if (all.Length > 0)
        {
            await SendAsync(all, ct).ConfigureAwait(false);
        }
    }

    /// <summary>What arrives of a frame; the witness sees the good one and no copies.</summary>
    private List<byte[]> Carry(byte[] frame)
    {
        List<byte[]> carried = [.. _air.Carry(frame)];
        DateTimeOffset now = _time.GetUtcNow();
        if (carried.Contains(frame) && _trouble.DownUntil(now) <= now && _trouble.SilentUntil() <= now)
        {
            _witness.Saw(frame, now);
        }

        return carried;
    }

    private async Task SendAsync(byte[] bytes, CancellationToken ct)
    {
        DateTimeOffset now = _time.GetUtcNow();
        if (_trouble.DownUntil(now) > now)
        {
            _port.Drop();
        }
        else if (_trouble.SilentUntil() <= now)
        {
            await _port.SendAsync(bytes, ct).ConfigureAwait(false);
        }
    }

    private async ValueTask HearAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        DateTimeOffset now = _time.GetUtcNow();
        if (_trouble.DownUntil(now) > now || _trouble.SilentUntil() > now)
        {
            return;
        }

        foreach (MavFrame frame in Heard(bytes, now))
        {
            foreach (FlyerVehicle vehicle in _vehicles)
            {
                await AnswerAsync(vehicle, frame, ct).ConfigureAwait(false);
            }
        }
    }

    private List<MavFrame> Heard(ReadOnlyMemory<byte> bytes, DateTimeOffset now)
    {
        var frames = new List<MavFrame>();
        if (_port.IsStream)
        {
            _ear.Add(bytes.Span);
        }
        else
        {
            _ear.AddDatagram(bytes.Span);
        }

        while (_ear.TryRead(out MavItem item))
        {
            if (item is { Fault: null, Frame.Definition: not null } && _check?.Refuses(item.Frame, now) is null)
            {
                frames.Add(item.Frame);
            }
        }

        return frames;
    }

    private async Task AnswerAsync(FlyerVehicle vehicle, MavFrame frame, CancellationToken ct)
    {
        if (vehicle.IsAway(_time.GetUtcNow() - _start) || await AnswersAsync(vehicle, frame, ct).ConfigureAwait(false) is not { Count: > 0 } answers)
        {
            return;
        }

        int lostEvery = _plan.Profile.Faults.AckLostEvery;
        if (lostEvery == 0 || ++_orders % lostEvery != 0)
        {
            await Task.Delay(_plan.Profile.Faults.AckDelay, _time, ct).ConfigureAwait(false);
            await InTurnAsync(() => TellAsync(answers, ct), ct).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<byte[]>> AnswersAsync(FlyerVehicle vehicle, MavFrame frame, CancellationToken ct)
    {
        IReadOnlyList<byte[]> answers = [];
        await InTurnAsync(() => Task.FromResult(answers = vehicle.Desk.Answer(frame, _time.GetUtcNow())), ct).ConfigureAwait(false);
        return answers;
    }

    /// <summary>Flying and answering count frames of one counter, so one goes after the other.</summary>
    private async Task InTurnAsync(Func<Task> act, CancellationToken ct)
    {
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            await act().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }
}
