using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Twins;

namespace EdgeGateway.Sim.Radio;

/// <summary>
/// What is to be told through one link. At least once: a message stays in front until the gateway has acknowledged it, and
/// only then the ledger says so. Urgent ones and answers go first.
/// </summary>
public sealed class RadioOutbox(IRadioLink link, RadioFaults faults, RadioLuck luck, DeviceTrouble trouble, ITruthLedger ledger, TimeProvider time)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly LinkedList<RadioStatement> _waiting = new();
    private readonly SemaphoreSlim _there = new(0);
    private RadioStatement? _current;

    /// <summary>Nothing waits and nothing is on its way.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count == 0 && _current is null;
            }
        }
    }

    public void Add(RadioStatement statement)
    {
        lock (_gate)
        {
            if (statement.IsUrgent || statement.IsAnswer)
            {
                _waiting.AddFirst(statement);
            }
            else
            {
                _waiting.AddLast(statement);
            }
        }

        _there.Release();
    }

    /// <summary>Tells until stopped; what is untold then is noted as such.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await _there.WaitAsync(ct).ConfigureAwait(false);
                Take();
                await TellAsync(_current!, ct).ConfigureAwait(false);
                Settle();
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            GiveUp();
        }
    }

    private async Task TellAsync(RadioStatement statement, CancellationToken ct)
    {
        while (!link.IsUp)
        {
            await Task.Delay(s_pause, time, ct).ConfigureAwait(false);
        }

        await MisbehaveAsync(statement, ct).ConfigureAwait(false);
        while (!await link.TellAsync(statement.Message, ct).ConfigureAwait(false))
        {
            await Task.Delay(s_pause, time, ct).ConfigureAwait(false);
        }

        Note(statement, TruthLine.Ok);
        if (statement.Service != RadioService.Rcp)
        {
            await RepeatAsync(statement.Message, ct).ConfigureAwait(false);
        }
    }

    private void Take()
    {
        lock (_gate)
        {
            _current = _waiting.First!.Value;
            _waiting.RemoveFirst();
        }
    }

    private void Settle()
    {
        lock (_gate)
        {
            _current = null;
        }
    }

    private void GiveUp()
    {
        lock (_gate)
        {
            foreach (RadioStatement statement in _current is null ? _waiting : _waiting.Prepend(_current))
            {
                Note(statement, TruthLine.None);
            }

            _waiting.Clear();
            _current = null;
        }
    }

    /// <summary>A line that is told as a stream makes no promise: what the gateway makes of the message is its own affair.</summary>
    private void Note(RadioStatement statement, string told)
    {
        if (statement.TakeNote())
        {
            foreach (TruthLine line in statement.Truth)
            {
                ledger.Note(line with { Told = line.Told == TruthLine.Stream ? TruthLine.None : told, At = time.GetUtcNow() });
            }
        }
    }

    private async Task MisbehaveAsync(RadioStatement statement, CancellationToken ct)
    {
        if (trouble.TakeGarbage())
        {
            await link.GarbageAsync(luck.Noise(2000), ct).ConfigureAwait(false);
        }

        if (trouble.TakeCut())
        {
            await link.CutInsideAsync(statement.Message, ct).ConfigureAwait(false);
        }

        if (luck.Strikes(faults.BadChecksumShare))
        {
            byte[] spoilt = [.. statement.Message];
            spoilt[^2] = luck.Strikes(0.5) ? (byte)(spoilt[^2] + 1) : spoilt[^2] == 0 ? (byte)1 : (byte)0;
            await link.RepeatAsync(spoilt, sameNumber: false, ct).ConfigureAwait(false);
        }

        if (luck.Every("reset", faults.ResetEvery))
        {
            await link.GarbageAsync(new byte[1], ct).ConfigureAwait(false);
        }
    }

    private async Task RepeatAsync(byte[] message, CancellationToken ct)
    {
        if (faults.Repeats > 0 && luck.Strikes(faults.RepeatShare))
        {
            for (int i = 0; i < faults.Repeats; i++)
            {
                await link.RepeatAsync(message, faults.RepeatsSameNumber, ct).ConfigureAwait(false);
            }
        }
    }
}
