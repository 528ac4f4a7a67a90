using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.PdtRadio.Nmea;

/// <summary>A satellite receiver: it tells where it is once a tick, whether somebody listens or not.</summary>
public sealed class NmeaTwin : ITwin
{
    private readonly NmeaPlan _plan;
    private readonly INmeaPort _port;
    private readonly DeviceTrouble _trouble;
    private readonly ITruthLedger _ledger;
    private readonly TimeProvider _time;
    private readonly NmeaTrack _track;
    private readonly NmeaVoice _voice;
    private readonly NmeaBytes _bytes;
    private long _ticks;

    /// <param name="plan">What it does, and how long.</param>
    /// <param name="port">Its line; the twin closes it.</param>
    /// <param name="trouble">What is wrong with it right now.</param>
    /// <param name="ledger">Where it notes what it told.</param>
    /// <param name="time">Clock.</param>
    public NmeaTwin(NmeaPlan plan, INmeaPort port, DeviceTrouble trouble, ITruthLedger ledger, TimeProvider time)
    {
        (_plan, _port, _trouble, _ledger, _time) = (plan, port, trouble, ledger, time);
        _track = new NmeaTrack(plan.Profile);
        _voice = new NmeaVoice(plan.Device, plan.Profile);
        _bytes = new NmeaBytes(plan.Profile.Faults, plan.Seed, plan.Device);
    }

    public async Task RunAsync(CancellationToken ct)
    {
        long told = 0;
        try
        {
            for (DateTimeOffset next = First(); next < _plan.End && told < _plan.Count; next += _plan.Profile.Every)
            {
                TimeSpan wait = next - _time.GetUtcNow();
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, _time, ct).ConfigureAwait(false);
                }

                told += Tell(next) ? 1 : 0;
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop: an orderly end.
        }
    }

    public ValueTask DisposeAsync()
    {
        _port.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Receivers tick on the whole period.</summary>
    private DateTimeOffset First()
    {
        long period = _plan.Profile.Every.Ticks;
        long begin = Math.Max(_plan.Start.UtcTicks, _time.GetUtcNow().UtcTicks);
        return new DateTimeOffset((begin + period - 1) / period * period, TimeSpan.Zero);
    }

    private bool Tell(DateTimeOffset now)
    {
        if (_trouble.DownUntil(now) > now)
        {
            _port.Cut();
            return false;
        }

        if (_trouble.SilentUntil() > now)
        {
            return false;
        }

        while (_trouble.TakeGarbage())
        {
            _port.Say(_bytes.Noise());
        }

        NmeaMoment moment = _track.At(now, _trouble.ClockStep, Oddity(++_ticks));
        byte[] bytes = _bytes.Of(_voice.Sentences(moment));
        if (_trouble.TakeCut())
        {
            _port.Say(bytes.AsSpan(0, bytes.Length / 3));
            _port.Cut();
            return false;
        }

        bool went = _port.Say(bytes);
        _ledger.Note(_voice.Truth(moment) with { Told = went ? TruthLine.Stream : TruthLine.None, At = _time.GetUtcNow() });
        return went;
    }

    private NmeaOddity Oddity(long tick) => _plan.Profile.Faults switch
    {
        { NoTime: > 0 and var count } when tick % count == 0 => NmeaOddity.NoTime,
        { Zero: > 0 and var count } when tick % count == 0 => NmeaOddity.Zero,
        { NoFix: > 0 and var count } when tick % count == 0 => NmeaOddity.NoFix,
        _ => NmeaOddity.None,
    };
}
